using OnRecord.Attribution;
using OnRecord.Resolution;
using Xunit;

namespace OnRecord.Tests.Resolution;

public sealed class SpeakerTests
{
    [Fact]
    public void A_surname_takes_the_full_name_of_the_report()
    {
        var sketch = ReportSketch.Of("{person 1 Amina Yusuf} met voters . {person 2 Yusuf} said taxes will fall .");
        var speaker = One(sketch, "Yusuf", 1);
        Assert.Equal("Amina Yusuf", speaker.Name);
        Assert.Equal("person", speaker.Kind);
        Assert.Equal("person:amina-yusuf", speaker.Entity);
    }

    [Fact]
    public void A_misspelled_surname_is_the_person_and_stays_as_printed_in_the_source()
    {
        var sketch = ReportSketch.Of("{person 1 Jens Stoltenberg} met envoys . {person 2 Stoltenber} said talks will go on .");
        var statement = Statement(sketch, sketch.At("Stoltenber ", 0), out var report);
        Assert.Equal("Jens Stoltenberg", statement.Speaker!.Name);
        Assert.Equal("Stoltenber", statement.Source[0].Of(report.Report.Text).Trim());
    }

    [Fact]
    public void A_pronoun_is_whom_most_names_of_its_cluster_name()
    {
        var sketch = ReportSketch.Of("{person 1 Amina Yusuf} met {person 2 Jonas Berg} . {pronoun 2 He} said rates will fall .");
        Assert.Equal("Jonas Berg", One(sketch, "He").Name);
    }

    [Fact]
    public void A_pronoun_that_corefers_with_nothing_is_who_spoke_last()
    {
        var sketch = ReportSketch.Of("{person 1 Jonas Berg} said taxes will fall . {person 2 Amina Yusuf} met voters . {pronoun 3 He} said rents will fall .");
        sketch.Says(sketch.At("Jonas Berg"), sketch.At("said"), sketch.At("taxes will fall"));
        var report = sketch.Says(sketch.At("He"), sketch.At("said", 1), sketch.At("rents will fall")).Resolve();
        Assert.Equal("Jonas Berg", report.Statements[1].Speaker!.Name);
    }

    [Fact]
    public void The_title_before_a_name_is_the_office()
    {
        var sketch = ReportSketch.Of("Outgoing NATO Secretary General {person 1 Jens Stoltenberg} said talks will go on .");
        var speaker = One(sketch, "Jens Stoltenberg");
        Assert.Equal("NATO Secretary General", speaker.As);
    }

    [Fact]
    public void The_phrase_before_a_comma_is_the_office()
    {
        var sketch = ReportSketch.Of("Norway 's foreign minister , {person 1 Espen Dahl} , said talks will go on .");
        Assert.Equal("Norway's foreign minister", One(sketch, "Espen Dahl").As);
    }

    [Fact]
    public void The_phrase_behind_a_name_is_the_office()
    {
        var sketch = ReportSketch.Of("{person 1 Amina Yusuf} , the head of the relief agency , said trucks will roll .");
        Assert.Equal("head of the relief agency", One(sketch, "Amina Yusuf").As);
    }

    [Fact]
    public void A_title_within_the_mention_is_no_part_of_the_name()
    {
        var sketch = ReportSketch.Of("{person 1 President Amina Yusuf} said taxes will fall .");
        var speaker = One(sketch, "President Amina Yusuf");
        Assert.Equal("Amina Yusuf", speaker.Name);
        Assert.Equal("President", speaker.As);
    }

    [Fact]
    public void The_facts_give_the_office_held_on_the_day_of_the_report()
    {
        Assert.Equal("US Vice President", One(ReportSketch.Of("{person 1 Joe Biden} said talks will go on .", "2014-05-02"), "Joe Biden").As);
        Assert.Equal("US President", One(ReportSketch.Of("{person 1 Joe Biden} said talks will go on .", "2022-05-02"), "Joe Biden").As);
        Assert.Null(One(ReportSketch.Of("{person 1 Joe Biden} said talks will go on ."), "Joe Biden").As);
    }

    [Fact]
    public void A_surname_that_the_report_never_completes_is_completed_by_the_facts()
    {
        var speaker = One(ReportSketch.Of("President {person 1 Putin} said talks will go on .", "2022-05-02"), "Putin");
        Assert.Equal("Vladimir Putin", speaker.Name);
    }

    [Fact]
    public void Two_people_of_one_surname_are_kept_apart_by_cluster()
    {
        var sketch = ReportSketch.Of("{person 1 Ana Smith} met {person 2 Tom Smith} . {person 1 Smith} said rates will fall .");
        Assert.Equal("Ana Smith", One(sketch, "Smith", 2).Name);
    }

    [Fact]
    public void A_capital_that_speaks_is_its_country()
    {
        var speaker = One(ReportSketch.Of("{place 1 Kiev} rejected talks ."), "Kiev");
        Assert.Equal(("Ukraine", "country", "country:UA"), (speaker.Name, speaker.Kind, speaker.Entity));
    }

    [Fact]
    public void A_government_is_its_country_and_an_embassy_is_a_body()
    {
        Assert.Equal("Germany", One(ReportSketch.Of("The German government said talks will go on ."), "The German government").Name);
        var embassy = One(ReportSketch.Of("The Russian embassy in Oslo said talks will go on ."), "The Russian embassy in Oslo");
        Assert.Equal(("Russian embassy in Oslo", "organisation"), (embassy.Name, embassy.Kind));
    }

    [Fact]
    public void An_acronym_takes_its_name_and_a_body_keeps_it_in_one_entity()
    {
        var speaker = One(ReportSketch.Of("The {organisation 1 WHO} said cases will fall ."), "The WHO");
        Assert.Equal(("World Health Organization", "organisation:who"), (speaker.Name, speaker.Entity));
    }

    [Fact]
    public void The_alliance_is_the_organisation_that_the_report_speaks_of()
    {
        var sketch = ReportSketch.Of("{organisation 1 NATO} met in Oslo . {nominal 2 The alliance} said talks will go on .");
        Assert.Equal("NATO", One(sketch, "The alliance").Name);
    }

    [Fact]
    public void An_office_with_its_country_is_the_person_of_the_report_who_holds_it()
    {
        var sketch = ReportSketch.Of("Norwegian foreign minister {person 1 Espen Dahl} met envoys . {nominal 2 The Norwegian minister} said talks will go on .");
        Assert.Equal("Espen Dahl", One(sketch, "The Norwegian minister").Name);
    }

    [Fact]
    public void An_office_of_nobody_in_the_report_stays_as_described()
    {
        var speaker = One(ReportSketch.Of("The Latvian foreign minister said talks will go on .", "2023-05-02"), "The Latvian foreign minister");
        Assert.Equal(("Latvian foreign minister", "person"), (speaker.Name, speaker.Kind));
        Assert.Equal("person:edgars-rinkevics", speaker.Entity);
    }

    [Fact]
    public void An_unnamed_source_stays_as_described()
    {
        var speaker = One(ReportSketch.Of("A senior official familiar with the talks said rates will fall ."), "A senior official familiar with the talks");
        Assert.Equal(("senior official familiar with the talks", "anonymous"), (speaker.Name, speaker.Kind));
        Assert.Null(speaker.Entity);
    }

    [Fact]
    public void A_lone_definite_noun_takes_up_the_fuller_phrase_before_it()
    {
        var sketch = ReportSketch.Of("The Russian embassy in {place 1 Oslo} said talks will go on . The embassy added talks will fail .");
        Assert.Equal("Russian embassy in Oslo", One(sketch, "The embassy").Name);
    }

    [Fact]
    public void A_described_speaker_is_named_after_the_owner()
    {
        var sketch = ReportSketch.Of("{person 1 Amina Yusuf} met voters . {pronoun 1 Her} spokesman said taxes will fall .");
        Assert.Equal("Amina Yusuf's spokesman", One(sketch, "Her spokesman").Name);
    }

    [Fact]
    public void A_known_person_whom_the_tagger_takes_for_a_body_is_a_person()
    {
        var speaker = One(ReportSketch.Of("{organisation 1 Prime Minister Mateusz Morawiecki} said taxes will fall .", "2022-05-02"), "Prime Minister Mateusz Morawiecki");
        Assert.Equal(("Mateusz Morawiecki", "person", "Polish Prime Minister"), (speaker.Name, speaker.Kind, speaker.As));
    }

    [Fact]
    public void A_document_speaks_as_a_document()
    {
        var speaker = One(ReportSketch.Of("A statement signed by several members said talks will go on ."), "A statement signed by several members");
        Assert.Equal(("statement signed by several members", "document"), (speaker.Name, speaker.Kind));
    }

    [Fact]
    public void A_group_gives_all_its_names()
    {
        var sketch = ReportSketch.Of("{country 1 Latvia} and {country 2 Estonia} said talks will go on .");
        var report = sketch.Says(sketch.At("Latvia and Estonia"), sketch.At("said"), sketch.At("talks will go on"), sketch.At("Latvia"), sketch.At("Estonia")).Resolve();
        Assert.Equal(["Latvia", "Estonia"], report.Statements[0].Speakers);
        Assert.Equal("collective", report.Statements[0].Speaker!.Kind);
    }

    [Fact]
    public void A_continuation_has_the_speaker_of_what_it_continues()
    {
        var sketch = ReportSketch.Of("{person 1 Amina Yusuf} said taxes will fall . Rents will fall .");
        sketch.Says(sketch.At("Amina Yusuf"), sketch.At("said"), sketch.At("taxes will fall"));
        var report = sketch.Says(new StatementClaim { Source = [], Cue = [], Content = [sketch.At("Rents will fall")], Type = StatementType.Direct, Continues = 0, Confidence = 0.8 }).Resolve();
        Assert.Equal("Amina Yusuf", report.Statements[1].Speaker!.Name);
        Assert.Equal(report.Statements[0].Id, report.Statements[1].Continues);
    }

    private static Speaker One(ReportSketch sketch, string words, int nth = 0) => Statement(sketch, sketch.At(words, nth), out _).Speaker!;

    private static Statement Statement(ReportSketch sketch, OnRecord.Text.Span source, out ResolvedReport report)
    {
        report = sketch.Says(source, source, source).Resolve();
        return report.Statements[0];
    }
}
