using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Shared;

/// <summary>The one check that every record made in any test passes: it quotes its source exactly, has evidence, and stands in no furniture.</summary>
internal static class RecordCheck
{
    /// <summary>Asserts it for all records of a report.</summary>
    public static void Holds(ResolvedReport report)
    {
        var faults = Faults(report);
        Assert.True(faults.Count == 0, $"Records of {report.Report.Id} break their promise:\n  " + string.Join("\n  ", faults));
    }

    /// <summary>What is wrong with the records of a report, one sentence each.</summary>
    public static IReadOnlyList<string> Faults(ResolvedReport report)
    {
        var check = new Pass(report.Report);
        foreach (var statement in report.Statements)
        {
            check.Statement(statement);
        }
        foreach (var commitment in report.Commitments)
        {
            check.Commitment(commitment);
        }
        foreach (var stance in report.Stances)
        {
            check.Evidence("stance", stance.Evidence);
        }
        foreach (var membership in report.Memberships)
        {
            check.Evidence("membership", membership.Evidence);
            check.Spans("membership condition", membership.Condition?.Evidence);
        }
        foreach (var occurrence in report.Events)
        {
            check.Evidence("event", occurrence.Evidence);
        }
        foreach (var mention in report.Mentions)
        {
            check.Spans("mention", [mention.Span]);
        }
        check.Once("statement", report.Statements.Select(s => s.Id));
        check.Once("commitment", report.Commitments.Select(c => c.Id));
        var statements = report.Statements.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var commitment in report.Commitments.Where(c => c.Statement is not null && !statements.Contains(c.Statement)))
        {
            check.Fault($"commitment {commitment.Item.Text}: its statement {commitment.Statement} is not in the report");
        }
        return check.Found;
    }

    private sealed class Pass(Report report)
    {
        private readonly List<string> found = [];

        public IReadOnlyList<string> Found => found;

        public void Fault(string fault) => found.Add(fault);

        public void Statement(Statement statement)
        {
            Evidence("statement content", statement.Content);
            Spans("statement source", statement.Source);
            Spans("statement cue", statement.Cue);
            Spans("statement quoted", statement.Quoted);
            foreach (var quoted in statement.Quoted.Where(q => !statement.Content.Any(c => c.Contains(q))))
            {
                Fault($"statement quoted {quoted} lies outside its content");
            }
            Spans("statement when", statement.When?.Evidence);
            Words("statement when", statement.When?.Raw, statement.When?.Evidence);
            foreach (var party in statement.ReportedBy)
            {
                Spans("statement reported_by", party.Evidence);
            }
            Probability("statement", statement.Confidence);
        }

        public void Commitment(Commitment commitment)
        {
            Evidence("commitment", commitment.Evidence);
            Evidence("commitment item", commitment.Item.Evidence);
            if (commitment.Donors.Count == 0)
            {
                Fault($"commitment {commitment.Item.Text} has no donor");
            }
            foreach (var donor in commitment.Donors)
            {
                Evidence("commitment donor", donor.Evidence);
            }
            Spans("commitment recipient", commitment.Recipient?.Evidence);
            if (commitment.Recipient is { Method: "stated", Evidence.Count: 0 })
            {
                Fault($"commitment recipient {commitment.Recipient.Name} is stated but quotes nothing");
            }
            Words("commitment quantity", commitment.Quantity?.Text, commitment.Quantity?.Evidence);
            Words("commitment amount", commitment.Amount?.Text, commitment.Amount?.Evidence);
            Words("commitment when", commitment.When?.Raw, commitment.When?.Evidence);
            Spans("commitment condition", commitment.Condition?.Evidence);
            Probability("commitment", commitment.Confidence);
        }

        public void Evidence(string what, IReadOnlyList<Span> spans)
        {
            if (spans.Count == 0)
            {
                Fault($"{what} has no evidence");
            }
            Spans(what, spans);
        }

        public void Spans(string what, IReadOnlyList<Span>? spans)
        {
            var text = report.Text;
            foreach (var span in spans ?? [])
            {
                if (span.End > text.Length || span.Length == 0)
                {
                    Fault($"{what} {span} is empty or ends behind the text ({text.Length})");
                    continue;
                }
                var words = span.Of(text);
                if (char.IsWhiteSpace(words[0]) || char.IsWhiteSpace(words[^1]))
                {
                    Fault($"{what} {span} begins or ends with white space: '{words}'");
                }
                if (char.IsLowSurrogate(words[0]) || char.IsHighSurrogate(words[^1]))
                {
                    Fault($"{what} {span} cuts a character in two");
                }
                foreach (var block in report.Blocks.Where(b => b.Kind is BlockKind.Furniture or BlockKind.RelatedLink && b.Span.Overlaps(span)))
                {
                    if (what != "mention")
                    {
                        Fault($"{what} {span} '{words}' stands in a block that yields no record ({block.Kind})");
                    }
                }
            }
        }

        public void Words(string what, string? words, IReadOnlyList<Span>? evidence)
        {
            Spans(what, evidence);
            if (words is null || evidence is not { Count: 1 } || evidence[0].End > report.Text.Length)
            {
                return;
            }
            if (evidence[0].Of(report.Text) != words)
            {
                Fault($"{what} says '{words}' but its evidence reads '{evidence[0].Of(report.Text)}'");
            }
        }

        public void Once(string what, IEnumerable<string> ids)
        {
            foreach (var id in ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                Fault($"{what} {id.Key} is there {id.Count()} times");
            }
        }

        private void Probability(string what, double confidence)
        {
            if (confidence is not (>= 0 and <= 1))
            {
                Fault($"{what} has the confidence {confidence}");
            }
        }
    }
}
