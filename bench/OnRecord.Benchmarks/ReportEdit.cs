using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Benchmarks;

/// <summary>
/// Known edits of a read report, as editors make them: paragraphs dropped, moved or taken from another report, numbers changed, a new headline. Records whose
/// words stay move with them, the others go, as if the edited text had been read anew.
/// </summary>
internal sealed class ReportEdit
{
    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];
    private readonly List<(ResolvedReport Origin, Span From, int To)> pieces = [];
    private readonly string mark;

    private ReportEdit(int number) => mark = number.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The edit with that number of a report; the same each time.</summary>
    /// <param name="report">What is edited.</param>
    /// <param name="other">Where a foreign paragraph comes from.</param>
    /// <param name="number">Number of the edit; chooses what is done.</param>
    public static ResolvedReport Of(ResolvedReport report, ResolvedReport other, int number)
    {
        var random = new Random(number);
        var edit = new ReportEdit(number);
        var order = report.Report.Blocks.ToList();
        var kind = number % 5;
        if (kind is 0 or 3 && order.Count > 4)
        {
            order.RemoveRange(order.Count - (order.Count / 4), order.Count / 4);
        }
        if (kind is 1 or 3 && order.Count > 4)
        {
            var at = 1 + random.Next(order.Count - 3);
            (order[at], order[at + 1]) = (order[at + 1], order[at]);
        }
        var foreign = kind is 2 or 4 && other.Report.Blocks.Count > 2 ? other.Report.Blocks[1 + random.Next(other.Report.Blocks.Count - 1)] : null;
        var replaced = foreign is null || order.Count < 5 ? -1 : 1 + random.Next(order.Count - 1);
        if (kind is 1 or 4)
        {
            edit.AddWords($"Update {edit.mark}: {report.Report.Title}", BlockKind.Headline);
        }
        for (var i = 0; i < order.Count; i++)
        {
            if (i == replaced)
            {
                edit.AddBlock(other, foreign!);
            }
            else
            {
                edit.AddBlock(report, order[i]);
            }
        }
        return edit.Build(report, kind == 2);
    }

    private void AddWords(string words, BlockKind kind)
    {
        blocks.Add(new Block(new Span(text.Length, text.Length + words.Length), kind));
        text.Append(words).Append('\n');
    }

    private void AddBlock(ResolvedReport origin, Block block)
    {
        pieces.Add((origin, block.Span, text.Length));
        AddWords(block.Span.Of(origin.Report.Text), block.Kind);
    }

    private ResolvedReport Build(ResolvedReport report, bool changesNumbers)
    {
        var origins = pieces.Select(p => p.Origin).Distinct().ToList();
        var made = report with
        {
            Statements = [.. origins.SelectMany(o => o.Statements.Select(s => Moved(o, s)).OfType<Statement>())],
            Commitments = [.. origins.SelectMany(o => o.Commitments.Select(c => Moved(o, c)).OfType<Commitment>())],
            Stances = [.. origins.SelectMany(o => o.Stances.Select(s => Map(o, s.Evidence) is { } e ? s with { Id = Key(s.Id), Evidence = e } : null).OfType<Stance>())],
            Memberships = [.. origins.SelectMany(o => o.Memberships.Select(m => Map(o, m.Evidence) is { } e ? m with { Id = Key(m.Id), Evidence = e, Condition = null } : null).OfType<Membership>())],
            Events = [.. origins.SelectMany(o => o.Events.Select(v => Map(o, v.Evidence) is { } e ? v with { Id = Key(v.Id), Evidence = e, When = null } : null).OfType<Event>())],
            Mentions = [.. origins.SelectMany(o => o.Mentions.Select(m => Map(o, [m.Span]) is [var span] ? m with { Span = span } : null).OfType<NamedMention>())],
            Problems = [],
        };
        if (changesNumbers)
        {
            ChangeNumbers([.. made.Commitments.SelectMany(c => c.Evidence), .. made.Statements.SelectMany(s => s.Quoted)]);
        }
        var words = text.ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.Report.Key + mark)));
        return made with
        {
            Report = report.Report with
            {
                Id = $"{report.Report.Id}+{mark}",
                Key = hash,
                SnapshotKey = hash,
                Text = words,
                TextSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words))),
                Blocks = blocks,
                Dateline = null,
                Published = report.Report.Published with { Evidence = [] },
                Problems = [],
            },
        };
    }

    // Every number that no commitment and no quotation holds: 87 becomes 88, which leaves all places as they are.
    private void ChangeNumbers(List<Span> kept)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1])) && !kept.Exists(s => s.Start <= i && i < s.End))
            {
                text[i] = text[i] == '9' ? '1' : (char)(text[i] + 1);
            }
        }
    }

    private Statement? Moved(ResolvedReport origin, Statement statement) =>
        Map(origin, statement.Content) is { Count: > 0 } content && Map(origin, statement.Cue) is { } cue && Map(origin, statement.Source) is { } source && Map(origin, statement.Quoted) is { } quoted
            ? statement with
            {
                Id = Key(statement.Id),
                Content = content,
                Cue = cue,
                Source = source,
                Quoted = quoted,
                Addressee = null,
                When = null,
                Occasion = null,
                Place = null,
                Continues = null,
                Inside = null,
                ReportedBy = [.. statement.ReportedBy.Select(p => new NamedParty(p.Name, Map(origin, p.Evidence) ?? []))],
            }
            : null;

    private Commitment? Moved(ResolvedReport origin, Commitment commitment) =>
        Map(origin, commitment.Evidence) is { } evidence && Map(origin, commitment.Item.Evidence) is { } item
            ? commitment with
            {
                Id = Key(commitment.Id),
                Evidence = evidence,
                Item = commitment.Item with { Evidence = item },
                Donors = [.. commitment.Donors.Select(d => d with { Evidence = Map(origin, d.Evidence) ?? [] })],
                Recipient = commitment.Recipient is { } r ? r with { Evidence = Map(origin, r.Evidence) ?? [] } : null,
                Quantity = commitment.Quantity is { } q ? q with { Evidence = Map(origin, q.Evidence) ?? [] } : null,
                Amount = commitment.Amount is { } a ? a with { Evidence = Map(origin, a.Evidence) ?? [] } : null,
                When = commitment.When is { } w ? w with { Evidence = [] } : null,
                Condition = null,
                Statement = commitment.Statement is { } s ? Key(s) : null,
                ReportedBy = [.. commitment.ReportedBy.Select(p => new NamedParty(p.Name, Map(origin, p.Evidence) ?? []))],
            }
            : null;

    // Null where one of the ranges did not stay whole.
    private List<Span>? Map(ResolvedReport origin, IReadOnlyList<Span> spans)
    {
        var moved = new List<Span>(spans.Count);
        foreach (var span in spans)
        {
            var at = pieces.FindIndex(p => ReferenceEquals(p.Origin, origin) && p.From.Start <= span.Start && span.End <= p.From.End);
            if (at < 0)
            {
                return null;
            }
            var shift = pieces[at].To - pieces[at].From.Start;
            moved.Add(new Span(span.Start + shift, span.End + shift));
        }
        return moved;
    }

    private string Key(string id) => string.Concat(id.AsSpan(0, id.Length - mark.Length), mark);
}
