using OnRecord.Parsing.Models;
using Xunit;

namespace OnRecord.Tests.Parsing.Models;

public sealed class NameHeadTests
{
    private const int Lanes = 16;
    private static readonly ModelFile Model = ModelFile.Open(InstalledData.File("models/en.model"));
    private static readonly string[] Tags = Model.Lines("ner.tags");

    [Fact]
    public void A_use_that_tells_the_name_lends_its_score_to_one_that_does_not() =>
        Assert.Equal(["S-PER", "O", "S-PER"], Decode(["Belmar", "left", "Belmar"], (0, "S-PER", 40), (1, "O", 20), (2, "O", 10)));

    [Fact]
    public void A_word_in_small_letters_stands_for_itself() =>
        Assert.Equal(["S-PER", "O", "O"], Decode(["belmar", "left", "belmar"], (0, "S-PER", 40), (1, "O", 20), (2, "O", 10)));

    [Fact]
    public void Nothing_of_an_earlier_report_is_left()
    {
        var head = new NameHead(Model);
        Decode(head, ["Belmar", "left", "Belmar"], (0, "S-PER", 40), (2, "S-PER", 40));
        Assert.Equal(["O", "O"], Decode(head, ["Belmar", "Belmar"], (0, "O", 20), (1, "O", 20)));
    }

    private static List<string> Decode(string[] forms, params (int Token, string Tag, float Score)[] scores) => Decode(new NameHead(Model), forms, scores);

    private static List<string> Decode(NameHead head, string[] forms, params (int Token, string Tag, float Score)[] scores)
    {
        var rows = new float[forms.Length * Lanes];
        foreach (var (token, tag, score) in scores)
        {
            rows[(token * Lanes) + Array.IndexOf(Tags, tag)] = score;
        }
        var readings = new TokenReading[forms.Length];
        head.Begin(forms.Length);
        head.Keep(0, rows);
        head.Decode(forms, [forms.Length], readings);
        return [.. readings.Select(r => Tags[r.Name])];
    }
}
