using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>A number that a report states of something, with the sentence it stands in.</summary>
/// <param name="Kind"><c>count</c> of people in an event, <c>number</c> of things, <c>sum</c> of money or <c>votes</c>.</param>
/// <param name="Unit">What is counted, folded: <c>killed</c>, <c>polling station</c>, <c>USD</c>.</param>
/// <param name="Low">Lowest value that the words allow.</param>
/// <param name="High">Highest value that the words allow.</param>
/// <param name="IsExact">False for a bound, a range or an estimate.</param>
/// <param name="Evidence">The number with what binds it.</param>
internal sealed record StatedNumber(string Kind, string Unit, decimal Low, decimal High, bool IsExact, Span Evidence)
{
    /// <summary>The sentence.</summary>
    public Span Sentence { get; init; }

    /// <summary>Whether the words take the number as a part of another: "including two women", "another five".</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether what is counted grows from day to day: delegates won, cases of a disease.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Folded content words of the sentence, each as it stands there. The number's own words are left out.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of them that stand close to the number.</summary>
    public IReadOnlyDictionary<string, string> Near { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of the words that begin with a capital letter.</summary>
    public IReadOnlySet<string> Names { get; init; } = new HashSet<string>();

    /// <summary>Whether both can be true of one thing.</summary>
    public bool Agrees(StatedNumber other) => Low <= other.High && other.Low <= High;
}
