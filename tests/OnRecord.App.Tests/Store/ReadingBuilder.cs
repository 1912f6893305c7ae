using System.Security.Cryptography;
using System.Text;
using OnRecord.Cleaning;
using OnRecord.Reading;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.App.Tests.Store;

/// <summary>Makes readings by hand: a text of our own, and records that quote it.</summary>
internal sealed class ReadingBuilder
{
    public const string DefaultText =
        "OSLO – Norway and Denmark will each send one field hospital to Moldova if parliament approves, minister Kari Moe said on Friday.\n"
        + "\"We keep our word,\" Moe told Radio Fjord, which was quoted by the Daily Harbour. Moldova has applied to join the Union.\n"
        + "The aid, worth up to 12.5 million kroner, was announced at the Harbour Summit in Oslo. Norway rules out troops.";

    private string text = DefaultText;
    private string address = "https://harbour.example/1";
    private string id = "H001";
    private string path = "samples/H001.json";
    private string version = "0.1.0";
    private string model = new('a', 64);
    private string was = "";
    private string becomes = "";
    private bool hasRecords = true;
    private string? act = "promise";
    private string? published = "2024-03-08";

    public ReadingBuilder WithText(string newText) => Set(() => text = newText);

    public ReadingBuilder WithAddress(string newAddress) => Set(() => address = newAddress);

    public ReadingBuilder WithId(string newId) => Set(() => id = newId);

    public ReadingBuilder WithPath(string newPath) => Set(() => path = newPath);

    public ReadingBuilder WithVersion(string newVersion) => Set(() => version = newVersion);

    public ReadingBuilder WithModel(string newModel) => Set(() => model = newModel);

    public ReadingBuilder WithAct(string? newAct) => Set(() => act = newAct);

    public ReadingBuilder WithPublished(string? edtf) => Set(() => published = edtf);

    public ReadingBuilder WithoutRecords() => Set(() => hasRecords = false);

    public (Snapshot Snapshot, ResolvedReport Reading) Build()
    {
        var bytes = Encoding.UTF8.GetBytes(DefaultText);
        var snapshot = new Snapshot(Hash(bytes), bytes, path, "application/json", address, "utf-8");
        return (snapshot, Read(snapshot));
    }

    /// <summary>As <see cref="Build"/>, where the text has <paramref name="now"/> in place of <paramref name="before"/>.</summary>
    public (Snapshot Snapshot, ResolvedReport Reading) BuildAs(string before, string now)
    {
        (was, becomes) = (before, now);
        return Build();
    }

    public Span At(string words)
    {
        words = was.Length == 0 ? words : words.Replace(was, becomes, StringComparison.Ordinal);
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0 ? new Span(start, start + words.Length) : throw new ArgumentException($"The text does not hold '{words}'.");
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A key from kind and spans, as the reader makes them: equal words at equal places give equal keys.</summary>
    public string Key(string kind, params Span[] spans) => Hash(Encoding.UTF8.GetBytes($"{address}|{kind}|{string.Join(',', spans)}"));

    private ReadingBuilder Set(Action change)
    {
        change();
        return this;
    }

    private ResolvedReport Read(Snapshot snapshot)
    {
        var report = new Report
        {
            Id = id,
            Key = ReportNames.Key(snapshot.Key, address),
            SnapshotKey = snapshot.Key,
            Path = path,
            Text = text,
            TextSha256 = Hash(Encoding.UTF8.GetBytes(text)),
            Blocks = [new Block(new Span(0, text.IndexOf('\n', StringComparison.Ordinal)), BlockKind.Lead), new Block(new Span(text.IndexOf('\n', StringComparison.Ordinal) + 1, text.Length), BlockKind.Body)],
            Address = address,
            Title = "Two countries send hospitals",
            Outlet = "Daily Harbour",
            Byline = "A. Writer",
            Dateline = new Dateline("OSLO", At("OSLO")),
            Published = published is null ? StatedDate.NotStated : new StatedDate(published, "Friday", [At("Friday")], "stated", "The field says the 9th."),
            Language = "en",
            Problems = [new Problem("cleaning", "date-conflict", At("Friday"), "The text says the 8th, the field the 9th."), new Problem("reading", "invalid-bytes", null, "Two bytes were replaced.")],
        };
        return new ResolvedReport
        {
            Report = report,
            Statements = hasRecords ? [Indirect(), Direct()] : [],
            Commitments = hasRecords ? [Hospital("Norway", 0), Hospital("Denmark", 1)] : [],
            Stances = hasRecords ? [new Stance(Key("stance", At("Norway rules out troops")), "Norway", "rule_out", "troops", "troops", null, [At("Norway rules out troops")], 0.5)] : [],
            Memberships = hasRecords ? [new Membership(Key("membership", At("applied")), "Moldova", "European Union", "applied", new NamedParty("if parliament approves", [At("if parliament approves")]), null, [At("Moldova has applied to join the Union")], 0.75)] : [],
            Events = hasRecords ? [new Event(Key("event", At("Harbour Summit")), "summit", "Harbour Summit", "Oslo", new ResolvedDate("2024-03", "March", [], "inferred"), "asserted", [At("Harbour Summit in Oslo")], 0.25)] : [],
            Mentions = [new NamedMention(At("Norway"), "country", "Norway", "country:no"), new NamedMention(At("Kari Moe"), "person", "Kari Moe", null)],
            Problems = [new Problem("resolution", "unknown-name", At("Moe"), "No person of that name is in the tables.")],
            Reader = new ReaderVersion(version, new Dictionary<string, string> { ["en"] = model }),
        };
    }

    private Statement Indirect() => new()
    {
        Id = Key("statement", At("minister Kari Moe"), At("said")),
        Type = "indirect",
        Speaker = new Speaker("Kari Moe", "person", "minister", "person:kari-moe"),
        Source = [At("minister Kari Moe")],
        Cue = [At("said")],
        Content = [At("Norway and Denmark will each send one field hospital to Moldova"), At("if parliament approves")],
        Attribution = "speech",
        Act = act,
        When = new ResolvedDate("2024-03-08", "on Friday", [At("on Friday")]),
        Modality = "conditional",
        Fidelity = "paraphrase",
        Confidence = 0.9375,
    };

    private Statement Direct() => new()
    {
        Id = Key("statement", At("Moe told"), At("told")),
        Type = "direct",
        Speaker = new Speaker("Kari Moe", "person", null, null),
        Speakers = ["Kari Moe", "Ola Ås"],
        Source = [At("Moe")],
        Cue = [At("told")],
        Content = [At("\"We keep our word,\"")],
        Attribution = "attitude",
        Addressee = new NamedParty("Radio Fjord", [At("Radio Fjord")]),
        ReportedBy = [new NamedParty("Radio Fjord", [At("Radio Fjord")]), new NamedParty("Daily Harbour", [At("the Daily Harbour")])],
        When = new ResolvedDate(null, "on Friday", []),
        Occasion = new NamedParty("Harbour Summit", [At("at the Harbour Summit")]),
        Place = new NamedParty("Oslo", []),
        Negated = true,
        Quoted = [At("We keep our word,")],
        Fidelity = "translated",
        Continues = Indirect().Id,
        Inside = Indirect().Id,
        Confidence = 1,
    };

    private Commitment Hospital(string donor, int number) => new()
    {
        Id = Key("commitment", At(donor), At("field hospital")),
        Group = "g1",
        Donors = number == 0 ? [new Donor(donor, true, [At(donor)])] : [new Donor(donor, true, [At(donor)]), new Donor("other partners", false, [])],
        Recipient = new Recipient("Moldova", "stated", [At("Moldova")]),
        Kind = "humanitarian",
        Item = new Item("field hospital", number == 0 ? null : "Type 2", "hospital", [At("field hospital")]),
        Quantity = new ResolvedQuantity(1, 1, "exact", "hospital", "each ... one", [At("each"), At("one field")]),
        Amount = number == 0 ? null : new ResolvedMoney(12_500_000.50m, null, "NOK", "at_most", "up to 12.5 million kroner", [At("up to 12.5 million kroner")]),
        Status = "conditional",
        Role = "item",
        Condition = new NamedParty("if parliament approves", [At("if parliament approves")]),
        When = number == 0 ? null : new ResolvedDate("2024/..", "will", [At("will")]),
        AnnouncedBy = "Kari Moe",
        ReportedBy = number == 0 ? [] : [new NamedParty("Daily Harbour", [At("Daily Harbour")])],
        Statement = Indirect().Id,
        Evidence = [At("send one field hospital")],
        Confidence = 0.8,
    };
}
