using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Cleaning;
using OnRecord.Recording;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Tests.Recording;

/// <summary>One report of a story, made by hand: a text of our own, and records that quote it. No model is needed.</summary>
internal sealed class Story
{
    private readonly string id;
    private readonly string? day;
    private readonly string text;
    private readonly string outlet;
    private readonly List<Commitment> commitments = [];
    private readonly List<Statement> statements = [];
    private readonly List<NamedMention> mentions = [];

    public Story(string id, string? day, string text, string outlet = "Harbour Post") => (this.id, this.day, this.text, this.outlet) = (id, day, text, outlet);

    /// <summary>A commitment over some words of the text.</summary>
    /// <param name="evidence">The words of verb, item and quantity.</param>
    /// <param name="donors">Who gives; parted by commas.</param>
    /// <param name="item">What is given.</param>
    /// <param name="status">Status word.</param>
    /// <param name="change">Changes fields that stand otherwise: recipient Moldova, no numbers, role item.</param>
    public Story Gives(string evidence, string donors, string item, string status, Func<Commitment, Commitment>? change = null)
    {
        var commitment = new Commitment
        {
            Id = Hash($"{id} {commitments.Count} {evidence} {donors}"),
            Group = Hash($"{id} {evidence}"),
            Donors = [.. donors.Split(", ").Select(d => new Donor(d, true, []))],
            Recipient = new Recipient("Moldova", "stated", []),
            Kind = "equipment",
            Item = new Item(item, null, null, [At(evidence)]),
            Status = status,
            Role = "item",
            Evidence = [At(evidence)],
            Confidence = 0.9,
        };
        commitments.Add(change is null ? commitment : change(commitment));
        return this;
    }

    /// <summary>A statement over some words of the text.</summary>
    public Story Says(string speaker, string content, string? act = null, string? office = null, string? entity = null)
    {
        statements.Add(new Statement { Id = Hash($"{id} {content}"), Type = "indirect", Speaker = new Speaker(speaker, "person", office, entity), Source = [], Cue = [], Content = [At(content)], Attribution = "speech", Act = act, Confidence = 0.9 });
        return this;
    }

    /// <summary>A statement of a person whose name stands in the text, some words of it in quotation marks.</summary>
    public Story Quotes(string speaker, string source, string content, string? act = null)
    {
        statements.Add(new Statement { Id = Hash($"{id} {content}"), Type = "direct", Speaker = new Speaker(speaker, "person", null, null), Source = [At(source)], Cue = [], Content = [At(content)], Quoted = [At(content)], Attribution = "speech", Act = act, Confidence = 0.9 });
        return this;
    }

    /// <summary>Changes the last commitment.</summary>
    public Story With(Func<Commitment, Commitment> change)
    {
        commitments[^1] = change(commitments[^1]);
        return this;
    }

    /// <summary>A name that the report holds.</summary>
    public Story Names(string name, string kind = "country", string? entity = null, string? called = null)
    {
        mentions.Add(new NamedMention(At(name), kind, called ?? name, entity));
        return this;
    }

    public Span At(string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0 ? new Span(start, start + words.Length) : throw new ArgumentException($"The text does not hold '{words}'.");
    }

    public ResolvedReport Read() => new()
    {
        Report = new Report
        {
            Id = id,
            Key = Hash(id),
            SnapshotKey = Hash(text),
            Path = id + ".txt",
            Text = text,
            TextSha256 = Hash(text),
            Blocks = [new Block(new Span(0, text.Length), BlockKind.Body)],
            Outlet = outlet,
            Published = day is null ? StatedDate.NotStated : new StatedDate(day, null, [], "stated", null),
            Language = "en",
        },
        Statements = statements,
        Commitments = commitments,
        Stances = [],
        Memberships = [],
        Events = [],
        Mentions = mentions,
        Problems = [],
        Reader = new ReaderVersion("test", new Dictionary<string, string>()),
    };

    /// <summary>The record of several reports.</summary>
    public static NewsRecord Record(params ReadOnlySpan<Story> stories)
    {
        var record = NewsRecord.Create(InstalledData.File);
        foreach (var story in stories)
        {
            record.Add(story.Read());
        }
        return record;
    }

    /// <summary>An exact number of things.</summary>
    public static ResolvedQuantity Number(decimal number) => new(number, number, "exact", null, number.ToString(CultureInfo.InvariantCulture), []);

    /// <summary>An exact sum in euros.</summary>
    public static ResolvedMoney Euros(decimal sum) => new(sum, null, "EUR", "exact", sum.ToString(CultureInfo.InvariantCulture), []);

    /// <summary>A date as it was read.</summary>
    public static ResolvedDate When(string edtf) => new(edtf, edtf, []);

    private static string Hash(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}
