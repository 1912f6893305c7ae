using OnRecord.Cleaning;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>A report with its words, sentences, syntax, names and coreference. Token numbers count from 0 over the whole report.</summary>
public sealed record ParsedReport
{
    /// <summary>The report that was parsed.</summary>
    public required Report Report { get; init; }

    /// <summary>All tokens in text order.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>All sentences in text order; each token belongs to exactly one. A sentence never crosses a block or a blank line.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>Mentions in text order: names, dates, amounts, and the nominals and pronouns that corefer with something.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>What the attribution heads of the encoder found: sources, cues and contents in text order.</summary>
    public required IReadOnlyList<RoleSegment> Roles { get; init; }

    /// <summary>What parsing met.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>One syntactic word.</summary>
/// <param name="Span">Its characters; two words of one contraction share no character.</param>
/// <param name="Form">The characters as text.</param>
/// <param name="Lemma">Dictionary form, lower case except for proper nouns.</param>
/// <param name="Upos">Universal part of speech: <c>NOUN</c>, <c>VERB</c>, ...</param>
/// <param name="Xpos">Penn Treebank tag: <c>NNS</c>, <c>VBD</c>, ...</param>
/// <param name="Head">Token number of the syntactic head, or -1 for the root of a sentence.</param>
/// <param name="Relation">Universal Dependencies v2 relation with subtype: <c>nsubj</c>, <c>nsubj:pass</c>, <c>root</c>.</param>
public readonly record struct Token(Span Span, string Form, string Lemma, string Upos, string Xpos, int Head, string Relation);

/// <summary>One sentence.</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="End">Number of the first token behind it.</param>
/// <param name="Paragraph">Number of its paragraph (block line) in the report, from 0.</param>
/// <param name="Block">Index of the block of the report that holds it.</param>
public readonly record struct Sentence(int First, int End, int Paragraph, int Block);

/// <summary>A span of a report that names something.</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="End">Number of the first token behind it.</param>
/// <param name="Head">Number of its syntactic head token.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Form">How it names it.</param>
/// <param name="Cluster">Number of its coreference cluster in the report; every mention has one, alone in it where nothing else corefers.</param>
public readonly record struct Mention(int First, int End, int Head, MentionKind Kind, MentionForm Form, int Cluster)
{
    /// <summary>First token of the whole noun phrase around a name ("NATO Secretary General Jens Stoltenberg"), or null where the mention is the phrase.</summary>
    public int? PhraseFirst { get; init; }

    /// <summary>First token behind the whole noun phrase around a name, or null where the mention is the phrase.</summary>
    public int? PhraseEnd { get; init; }
}

/// <summary>What a mention names.</summary>
public enum MentionKind
{
    /// <summary>A human being.</summary>
    Person,
    /// <summary>A company, body, ministry, alliance, outlet.</summary>
    Organisation,
    /// <summary>A place that is no country.</summary>
    Place,
    /// <summary>A country or its government.</summary>
    Country,
    /// <summary>A nationality adjective or noun: German, Ukrainians.</summary>
    Nationality,
    /// <summary>A weapon, vehicle or other equipment model.</summary>
    Equipment,
    /// <summary>An amount of money.</summary>
    Money,
    /// <summary>A number with what it counts, or a percentage.</summary>
    Quantity,
    /// <summary>A date, time or duration.</summary>
    Date,
    /// <summary>A named event: summit, war, election.</summary>
    Event,
    /// <summary>A post: president, foreign minister.</summary>
    Office,
    /// <summary>Anything else that corefers.</summary>
    Other,
}

/// <summary>How a mention names its entity.</summary>
public enum MentionForm
{
    /// <summary>A proper name.</summary>
    Name,
    /// <summary>A common noun phrase: the official.</summary>
    Nominal,
    /// <summary>A pronoun.</summary>
    Pronoun,
}

/// <summary>A segment that the attribution heads marked.</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="End">Number of the first token behind it.</param>
/// <param name="Role">Source, cue or content.</param>
/// <param name="Nested">Whether it belongs to a statement inside another statement's content.</param>
/// <param name="Probability">The head's own probability for the segment, 0 to 1.</param>
public readonly record struct RoleSegment(int First, int End, Role Role, bool Nested, float Probability);

/// <summary>The part a segment plays in a statement.</summary>
public enum Role
{
    /// <summary>The words that name the speaker.</summary>
    Source,
    /// <summary>The words that express the act of saying.</summary>
    Cue,
    /// <summary>What is said.</summary>
    Content,
}
