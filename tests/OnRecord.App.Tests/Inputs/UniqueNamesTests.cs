using OnRecord.App.Inputs;
using OnRecord.Cleaning;
using Xunit;

namespace OnRecord.App.Tests.Inputs;

public sealed class UniqueNamesTests
{
    [Fact]
    public void A_name_that_stands_alone_stays_as_it_is() =>
        Assert.Equal(["a", "b"], Names(("news/a.txt", "a"), ("news/b.txt.gz", "b")));

    [Fact]
    public void Equal_names_are_made_longer_by_their_folders() =>
        Assert.Equal(["x/source", "y/source"], Names(("x/source.html", "source"), ("y/source.html", "source")));

    [Fact]
    public void As_many_folders_as_are_needed() =>
        Assert.Equal(["1/x/source", "2/x/source", "2/y/source"], Names(("1/x/source.html", "source"), ("2/x/source.html", "source"), ("2/y/source.html", "source")));

    [Fact]
    public void The_id_of_a_document_itself_stays_and_a_second_one_bears_its_file() =>
        Assert.Equal(["N7", "b/N7"], Names(("a.json", "N7"), ("b.json", "N7")));

    [Fact]
    public void No_id_is_given_twice_whatever_the_documents_claim() =>
        Assert.Equal(["N7", "a/N7", "N7~2"], Names(("a.jsonl", "N7"), ("a.jsonl", "N7"), ("a.jsonl", "N7")));

    private static List<string> Names(params (string Path, string Id)[] reports)
    {
        var names = new UniqueNames([.. reports.Select(r => r.Path).Distinct().Select(p => new InputFile(p))]);
        return [.. reports.Select(r => names.Name(new InputFile(r.Path), Report(r.Path, r.Id)))];
    }

    private static Report Report(string path, string id) => new()
    {
        Id = id,
        Key = new string('0', 64),
        SnapshotKey = new string('0', 64),
        Path = path,
        Text = "",
        TextSha256 = new string('0', 64),
        Blocks = [],
        Published = StatedDate.NotStated,
        Language = "en",
    };
}
