using System.Globalization;
using System.Text;
using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Tests.Recording;

/// <summary>Reports made by chance out of few words, speakers, donors and days, so that most are like others in some way: copies, one quotation, one pledge.</summary>
internal sealed class MadeReports(int seed)
{
    private static readonly string[] Speakers = ["Ada Brook", "Brook", "Carl Dorn", "Karl Dorn", "Eva Zakharina", "Eva Zhakarina"];
    private static readonly string[] Donors = ["Norland", "Sudland", "Ostmark"];
    private static readonly string[] Items = ["boats", "patrol boats", "field hospitals", "vaccine doses"];
    private readonly Random random = new(seed);
    private readonly List<string> sentences = [];

    /// <summary>So many reports; later ones take over sentences of earlier ones.</summary>
    /// <param name="count">How many.</param>
    /// <param name="words">How many different words they are made of.</param>
    public List<ResolvedReport> Make(int count, int words)
    {
        var reports = new List<ResolvedReport>();
        for (var i = 0; i < count; i++)
        {
            reports.Add(MakeOne(i, words));
        }
        return reports;
    }

    private ResolvedReport MakeOne(int number, int words)
    {
        var (text, blocks, statements, commitments) = (new StringBuilder(), new List<Block>(), new List<Statement>(), new List<Commitment>());
        var key = Key("report", number);
        for (var s = 0; s < 8; s++)
        {
            var start = text.Length;
            text.Append(Sentence(words));
            Span[] span = [new Span(start, text.Length)];
            blocks.Add(new Block(span[0], BlockKind.Body));
            text.Append('\n');
            if (s % 2 == 0)
            {
                statements.Add(new Statement
                {
                    Id = Key("statement", (number * 10) + s),
                    Type = "direct",
                    Speaker = new Speaker(Speakers[random.Next(Speakers.Length)], "person", null, null),
                    Source = [],
                    Cue = [],
                    Content = span,
                    Attribution = "speech",
                    Confidence = 1,
                });
            }
            else if (s == 1)
            {
                var item = Items[random.Next(Items.Length)];
                var amount = random.Next(3) == 0 ? new ResolvedMoney(100 * random.Next(1, 6), null, "EUR", random.Next(2) == 0 ? "exact" : "about", "a sum", []) : null;
                commitments.Add(new Commitment
                {
                    Id = Key("commitment", number),
                    Group = "",
                    Donors = [.. Donors.Take(random.Next(1, 4)).Select(d => new Donor(d, true, span))],
                    Recipient = random.Next(2) == 0 ? new Recipient("Westmark", "stated", span) : null,
                    Kind = "equipment",
                    Item = new Item(item, null, null, span),
                    Quantity = new ResolvedQuantity(random.Next(1, 8), null, "exact", null, "some", span),
                    Amount = amount,
                    Status = random.Next(4) == 0 ? "intended" : "committed",
                    Role = "item",
                    Evidence = span,
                    Confidence = 1,
                });
            }
        }
        var day = new DateOnly(2024, 1, 1).AddDays(random.Next(200)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new ResolvedReport
        {
            Report = new Report
            {
                Id = $"r{number}",
                Key = key,
                SnapshotKey = key,
                Path = "made",
                Text = text.ToString(),
                TextSha256 = key,
                Blocks = blocks,
                Outlet = $"Outlet {random.Next(5)}",
                Published = new StatedDate(random.Next(5) == 0 ? null : day, null, [], "stated", null),
                Language = "en",
            },
            Statements = statements,
            Commitments = commitments,
            Stances = [],
            Memberships = [],
            Events = [],
            Mentions = [],
            Problems = [],
            Reader = new ReaderVersion("made", new Dictionary<string, string>()),
        };
    }

    // Every third sentence was printed before, half of those with a word changed.
    private string Sentence(int words)
    {
        if (sentences.Count > 4 && random.Next(3) > 0)
        {
            var known = sentences[random.Next(Math.Min(sentences.Count, 40))].Split(' ');
            if (random.Next(2) == 0)
            {
                known[random.Next(known.Length)] = Word(words);
            }
            return string.Join(' ', known);
        }
        var made = string.Join(' ', Enumerable.Range(0, random.Next(5, 30)).Select(_ => Word(words)));
        sentences.Add(made);
        return made;
    }

    private string Word(int words) => $"w{(int)(words * random.NextDouble() * random.NextDouble())}";

    // Keys in no order that the numbers have.
    private static string Key(string kind, int number) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {number}"))));
}
