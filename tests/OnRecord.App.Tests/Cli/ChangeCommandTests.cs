using System.Text.Json;
using Xunit;

namespace OnRecord.App.Tests.Cli;

/// <summary>What people decide, in lists, record and ledger; and that taking it back makes all as it was.</summary>
public sealed class ChangeCommandTests : IDisposable
{
    private const string Boats = "OSLO, March 4, 2024 (Harbour Wire)\n\nNorway will send 12 patrol boats to Moldova, Defence Minister Kari Moe said on Monday.\n";
    private const string Again = "BERGEN, March 6, 2024 (Fjord Daily)\n\nNorway has pledged 12 patrol boats to Moldova, the ministry said. John Smith, mayor of Bergen, said the yard was proud.\n";
    private readonly Run run = new();

    public ChangeCommandTests()
    {
        run.File("boats.txt", Boats);
        run.File("again.txt", Again);
        Assert.Equal(0, run.Do("read", run.Folder).Code);
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void An_edit_stands_in_lists_record_and_ledger_until_it_is_taken_back()
    {
        var before = Ledger();
        var id = Id("boats");
        Assert.Equal(0, run.Do("edit", id, "donors", "Iceland", "--by", "A. Reader", "--reason", "a slip of the pen").Code);
        Assert.Contains("Iceland", Assert.Single(run.Do("commitments", "--donor", "Iceland").Lines.Skip(1)), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Do("commitments", "--donor", "Norway").Lines.Skip(1), l => l.EndsWith(id, StringComparison.Ordinal));
        Assert.Contains("Iceland", run.Do("show", id, "--format", "jsonl").Output, StringComparison.Ordinal);
        Assert.Contains("Iceland", Ledger(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Assert.Single(run.Do("commitments", "--donor", "Iceland", "--format", "jsonl").Lines));
        Assert.Equal(["donors"], json.RootElement.GetProperty("edited").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal("accepted", json.RootElement.GetProperty("standing").GetString());
        Assert.Equal(0, run.Do("undo", id, "--by", "A. Reader").Code);
        Assert.Equal(before, Ledger());
        Assert.Equal(0, run.Do("verify").Code);
    }

    [Theory]
    [InlineData("quantity.min", "many")]
    [InlineData("status", "perhaps")]
    [InlineData("colour", "blue")]
    [InlineData("when", "soon")]
    public void An_edit_that_cannot_stand_is_refused(string field, string value) => Assert.Equal(2, run.Do("edit", Id("boats"), field, value, "--by", "A. Reader").Code);

    [Fact]
    public void A_record_is_taken_out_of_its_cluster_and_joined_again()
    {
        Assert.Single(Entries());
        Assert.Equal(0, run.Do("split", Id("again"), "--by", "A. Reader").Code);
        Assert.Equal(2, Entries().Count);
        Assert.Equal(0, run.Do("merge", Id("again"), Id("boats"), "--by", "A. Reader").Code);
        Assert.Equal(2, Assert.Single(Entries()).GetProperty("reports").GetArrayLength());
        Assert.Equal(0, run.Do("undo", Id("again"), "--by", "A. Reader").Code);
        Assert.Equal(2, Entries().Count);
        Assert.Equal(0, run.Do("undo", Id("again"), "--by", "A. Reader").Code);
        Assert.Single(Entries());
    }

    [Fact]
    public void A_link_of_a_person_keeps_a_part_out_of_the_sum()
    {
        Assert.Equal(0, run.Do("split", Id("again"), "--by", "A. Reader").Code);
        Assert.Equal(0, run.Do("link", Id("again"), "part_of", Id("boats"), "--by", "A. Reader").Code);
        var part = Assert.Single(Entries(), e => !e.GetProperty("counts_quantity").GetProperty("counts").GetBoolean());
        Assert.StartsWith("no: ", part.GetProperty("counts_quantity").GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Accepted_and_checked_stand_apart_from_the_stage()
    {
        Assert.Equal("not looked at", Assert.Single(Entries()).GetProperty("checked").GetProperty("state").GetString());
        Assert.Equal(0, run.Do("check", Id("boats"), "nothing", "--on", "2024-05-01", "--by", "A. Reader").Code);
        var entry = Assert.Single(Entries());
        Assert.Equal(("looked, nothing new", "2024-05-01", "pledged", false), (entry.GetProperty("checked").GetProperty("state").GetString(), entry.GetProperty("checked").GetProperty("on").GetString(), entry.GetProperty("stage").GetString(), entry.GetProperty("accepted").GetBoolean()));
        Assert.Equal(0, run.Do("accept", Id("boats"), Id("again"), "--by", "A. Reader").Code);
        Assert.True(Assert.Single(Entries()).GetProperty("accepted").GetBoolean());
        Assert.Equal(0, run.Do("defer", Id("boats"), "--by", "A. Reader").Code);
        Assert.Contains("deferred", run.Do("commitments", "--standing", "deferred").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_are_candidates_until_a_person_accepts_them_and_merge_reversibly()
    {
        var key = run.Do("who", "Smith").Lines[1].Split('\t')[0];
        Assert.Contains("candidate", run.Do("who", "Smith").Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Do("accept", key, "--by", "A. Reader").Code);
        Assert.Contains("accepted", run.Do("who", "Smith").Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Do("split", key, "--report", "again", "--into", "John Smith (mayor)", "--by", "A. Reader").Code);
        Assert.Contains("John Smith (mayor)", run.Do("who", "Smith").Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Do("undo", key, "--by", "A. Reader").Code);
        Assert.DoesNotContain("(mayor)", run.Do("who", "Smith").Output, StringComparison.Ordinal);
        var other = run.Do("who", "Moe").Lines[1].Split('\t')[0];
        Assert.Equal(0, run.Do("merge", other, key, "--by", "A. Reader").Code);
        Assert.Equal(1, run.Do("who", "Moe").Code);
        Assert.Equal(0, run.Do("undo", other, "--by", "A. Reader").Code);
        Assert.Equal(0, run.Do("who", "Moe").Code);
        Assert.Equal(0, run.Do("verify").Code);
    }

    [Fact]
    public void A_grade_is_a_persons_with_its_history_and_can_be_taken_back()
    {
        const string publisher = "Harbour Wire";
        run.File("wire.json", """{"id":"wire","outlet":"Harbour Wire","published":"2024-04-02","title":"Bridge","text":"The bridge was opened on Tuesday, mayor Ann Lee said.\nCorrection: an earlier version named another mayor."}""");
        Assert.Equal(0, run.Do("read", Path.Combine(run.Folder, "wire.json")).Code);
        string Row() => Assert.Single(run.Do("publishers").Lines, l => l.StartsWith(publisher, StringComparison.Ordinal));
        Assert.Contains("\t1\t0\tnot graded", Row(), StringComparison.Ordinal);
        Assert.Equal(0, run.Do("publishers", "grade", publisher, "C", "--by", "A. Reader", "--why", "new to us").Code);
        Assert.Equal(0, run.Do("publishers", "grade", publisher, "B", "--by", "A. Reader").Code);
        Assert.Contains("B usually reliable", Row(), StringComparison.Ordinal);
        Assert.Equal(2, run.Do("publishers", "--history").Lines.Skip(1).Count());
        Assert.Equal(0, run.Do("undo", "publisher:" + publisher, "--by", "A. Reader").Code);
        Assert.Contains("C fairly reliable", Row(), StringComparison.Ordinal);
        Assert.Equal(2, run.Do("publishers", "grade", publisher, "Z", "--by", "A. Reader").Code);
        Assert.Equal(2, run.Do("publishers", "grade", "Nobody Herald", "B", "--by", "A. Reader").Code);
        Assert.Equal(0, run.Do("verify").Code);
    }

    private string Id(string report) => run.Do("commitments", "--report", report).Lines[1].Split('\t')[^1];

    private string Ledger() => run.Do("ledger").Output;

    private List<JsonElement> Entries() => [.. run.Do("ledger", "--format", "jsonl").Lines.Select(l => JsonDocument.Parse(l).RootElement)];
}
