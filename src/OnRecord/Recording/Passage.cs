using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>The sentence around a record's evidence: what a person reads to see whether a link holds.</summary>
/// <param name="Report">Number of the report in the record.</param>
/// <param name="Span">The sentence in its text.</param>
public sealed record Passage(int Report, Span Span)
{
    private const int Farthest = 320;

    /// <summary>The passage of a commitment; its item where the record holds no further evidence.</summary>
    public static Passage Of(NewsRecord record, Member<Commitment> member)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(member);
        var evidence = member.Record.Evidence.Count > 0 ? member.Record.Evidence[0] : member.Record.Item.Evidence[0];
        return new Passage(member.Report, Sentence(record.Reports[member.Report].Report.Text, evidence));
    }

    /// <summary>The passage around a range of a report's text.</summary>
    public static Passage Of(NewsRecord record, int report, Span inside)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Passage(report, Sentence(record.Reports[report].Report.Text, inside));
    }

    /// <summary>The sentence around a range of a text.</summary>
    internal static Span Around(string text, Span inside) => Sentence(text, inside);

    /// <summary>The words.</summary>
    public string Text(NewsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Span.Of(record.Reports[Report].Report.Text);
    }

    // A line break, or a full stop before a blank and a capital, ends a sentence; the dots of "U.S. Army" do not.
    private static Span Sentence(string text, Span inside)
    {
        var (start, end) = (inside.Start, inside.End);
        while (start > 0 && inside.Start - start < Farthest && !Ends(text, start - 1))
        {
            start--;
        }
        while (end < text.Length && end - inside.End < Farthest && !Ends(text, end - 1))
        {
            end++;
        }
        // A sentence too long to show is cut between words.
        while (start > 0 && start < inside.Start && !char.IsWhiteSpace(text[start - 1]) && !Ends(text, start - 1))
        {
            start++;
        }
        while (end < text.Length && end > inside.End && !char.IsWhiteSpace(text[end]) && !Ends(text, end - 1))
        {
            end--;
        }
        while (start < inside.Start && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > inside.End && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return new Span(start, end);
    }

    private static bool Ends(string text, int at) => text[at] switch
    {
        '\n' => true,
        '.' or '!' or '?' => at + 2 < text.Length && text[at + 1] is ' ' or '\n' or '”' or '"' && at > 1 && char.IsLower(text[at - 1]) && char.IsLower(text[at - 2]),
        _ => false,
    };
}
