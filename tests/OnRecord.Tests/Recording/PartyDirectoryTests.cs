using OnRecord.Recording;
using Xunit;

namespace OnRecord.Tests.Recording;

public sealed class PartyDirectoryTests
{
    [Fact]
    public void Two_people_of_one_family_name_stay_apart_and_name_each_other()
    {
        var record = Story.Record(
            new Story("a", "2024-03-04", "Ann Lee opened the bridge.").Names("Ann Lee", "person", "person:ann-lee"),
            new Story("b", "2024-03-05", "Tom Lee closed the mine.").Names("Tom Lee", "person", "person:tom-lee"));
        var parties = PartyDirectory.Of(record);
        Assert.Equal(["person:ann-lee", "person:tom-lee"], parties.Select(p => p.Key));
        Assert.Equal(["person:tom-lee"], parties[0].Namesakes);
        Assert.Equal("Ann Lee opened the bridge.", Passage.Of(record, parties[0].Met[0].Report, parties[0].Met[0].Where!.Value).Text(record));
    }

    [Fact]
    public void Offices_that_no_report_brings_together_may_be_two_people()
    {
        var record = Story.Record(
            Speaks("a", "Ann Lee, mayor of Rona, spoke.", "mayor of Rona"),
            Speaks("b", "The mayor Ann Lee spoke.", "mayor"),
            Speaks("c", "Ann Lee, a striker, spoke.", "striker"));
        Assert.Equal([["mayor", "mayor of Rona"], ["striker"]], Assert.Single(PartyDirectory.Of(record)).OfficeGroups);
    }

    private static Story Speaks(string id, string text, string office) => new Story(id, "2024-03-04", text).Says("Ann Lee", "spoke", office: office, entity: "person:ann-lee");
}
