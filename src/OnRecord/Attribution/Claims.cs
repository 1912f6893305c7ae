using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>What one report claims, as found in its words and not yet resolved to names, dates and amounts. Claims refer to each other by index.</summary>
public sealed record Claims
{
    /// <summary>The parsed report the claims were found in.</summary>
    public required ParsedReport ParsedReport { get; init; }

    /// <summary>Acts of saying, in text order.</summary>
    public required IReadOnlyList<StatementClaim> Statements { get; init; }

    /// <summary>Undertakings, in text order.</summary>
    public required IReadOnlyList<CommitmentClaim> Commitments { get; init; }

    /// <summary>Positions on issues, in text order.</summary>
    public required IReadOnlyList<StanceClaim> Stances { get; init; }

    /// <summary>Members of organisations, in text order.</summary>
    public required IReadOnlyList<MembershipClaim> Memberships { get; init; }

    /// <summary>Events, in text order.</summary>
    public required IReadOnlyList<EventClaim> Events { get; init; }

    /// <summary>What attribution met.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>One act of saying, in speech or writing, or one attitude.</summary>
public sealed record StatementClaim
{
    /// <summary>The words that name the speaker; empty where the sentence names none.</summary>
    public required IReadOnlyList<Span> Source { get; init; }

    /// <summary>The words that express the act of saying; empty for a continuation paragraph of a quotation.</summary>
    public required IReadOnlyList<Span> Cue { get; init; }

    /// <summary>What is said, in text order; never empty.</summary>
    public required IReadOnlyList<Span> Content { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required StatementType Type { get; init; }

    /// <summary>The act where it is more than plain saying (RECORD.md's list: <c>deny</c>, <c>rule_out</c>, ...), else null.</summary>
    public string? Act { get; init; }

    /// <summary>True for an attitude (wants, believes), false for speech and writing.</summary>
    public bool IsAttitude { get; init; }

    /// <summary>Whether the act itself is negated: "did not say".</summary>
    public bool Negated { get; init; }

    /// <summary><c>asserted</c>, <c>future</c>, <c>hypothetical</c> or <c>conditional</c>: how the act of saying is presented.</summary>
    public string Modality { get; init; } = "asserted";

    /// <summary>The parts of the content in quotation marks, without the marks.</summary>
    public IReadOnlyList<Span> Quoted { get; init; } = [];

    /// <summary>Token ranges (first, end) of the speakers: one for a single speaker, several for a group of named parties; empty where none is named in the report.</summary>
    public IReadOnlyList<Span> Speakers { get; init; } = [];

    /// <summary>Who was spoken to, or null.</summary>
    public Span? Addressee { get; init; }

    /// <summary>The occasion: "at a joint press conference in Berlin", or null.</summary>
    public Span? Occasion { get; init; }

    /// <summary>Where it was said, or null.</summary>
    public Span? Place { get; init; }

    /// <summary>What must happen first for what is promised, demanded or ruled out ("unless the army leaves"), or null.</summary>
    public Span? Condition { get; init; }

    /// <summary>The words that date the act of saying, or null.</summary>
    public Span? When { get; init; }

    /// <summary>Who relayed it, nearest first: the words that name each.</summary>
    public IReadOnlyList<Span> ReportedBy { get; init; } = [];

    /// <summary>Index of the statement in whose content this one stands, or null.</summary>
    public int? Inside { get; init; }

    /// <summary>Index of the statement that this one continues, or null.</summary>
    public int? Continues { get; init; }

    /// <summary><c>verbatim</c>, <c>partial</c>, <c>translated</c>, <c>back_translated</c>, <c>paraphrase</c> or <c>unknown</c>.</summary>
    public string Fidelity { get; init; } = "unknown";

    /// <summary>Calibrated probability that the statement is right, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>How a statement gives the words said.</summary>
public enum StatementType
{
    /// <summary>All of it in quotation marks.</summary>
    Direct,
    /// <summary>None of it in quotation marks.</summary>
    Indirect,
    /// <summary>A reported clause with a part in quotation marks.</summary>
    Mixed,
}

/// <summary>One undertaking: donor, recipient, item.</summary>
public sealed record CommitmentClaim
{
    /// <summary>Who undertakes it, one entry a party: the words that name it.</summary>
    public required IReadOnlyList<Party> Donors { get; init; }

    /// <summary>Who receives it, or null where neither stated nor inferred.</summary>
    public Party? Recipient { get; init; }

    /// <summary>Whether the recipient was inferred from the discourse rather than stated in the clause.</summary>
    public bool RecipientInferred { get; init; }

    /// <summary><c>equipment</c>, <c>money</c>, <c>training</c>, <c>troops</c>, <c>permission</c>, <c>policy</c>, <c>membership</c>, <c>humanitarian</c> or <c>other</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The words for the item.</summary>
    public required Span Item { get; init; }

    /// <summary>The words for the number of items, or null.</summary>
    public Span? Quantity { get; init; }

    /// <summary>Whether "each" (or the like) distributes the quantity over the donors of the sentence.</summary>
    public bool Each { get; init; }

    /// <summary>The words for a sum of money, with its qualifier ("up to $2bn"), or null.</summary>
    public Span? Amount { get; init; }

    /// <summary>Status word of RECORD.md: <c>committed</c>, <c>intended</c>, <c>conditional</c>, ...</summary>
    public required string Status { get; init; }

    /// <summary><c>item</c>, <c>total</c>, <c>subtotal</c>, <c>component</c> or <c>repetition</c>.</summary>
    public string Role { get; init; } = "item";

    /// <summary>The condition it depends on, or null.</summary>
    public Span? Condition { get; init; }

    /// <summary>The words that say when, or null.</summary>
    public Span? When { get; init; }

    /// <summary>Whether those words hang on a past verb ("promised on Monday to send"), so that they lie before the report.</summary>
    public bool WhenIsPast { get; init; }

    /// <summary>Index of the statement it stands in, or null.</summary>
    public int? Statement { get; init; }

    /// <summary>Commitments of one sentence that share verb and item have one number.</summary>
    public required int Group { get; init; }

    /// <summary>The shortest range that holds donor verb, item and quantity.</summary>
    public required Span Evidence { get; init; }

    /// <summary>Calibrated probability that the commitment is right, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>A party to a commitment.</summary>
/// <param name="Words">The words that name it where it stands ("Berlin", "the Netherlands", "other partners").</param>
/// <param name="Named">False for unnamed parties: "other partners".</param>
public sealed record Party(Span Words, bool Named);

/// <summary>A position on an issue.</summary>
/// <param name="Holder">The words that name who holds it.</param>
/// <param name="Act">Act word of RECORD.md.</param>
/// <param name="Issue">The words for the issue.</param>
/// <param name="Statement">Index of the statement it stands in, or null.</param>
/// <param name="Evidence">The range that holds holder, act and issue.</param>
/// <param name="Confidence">Probability that it is right, 0 to 1.</param>
public sealed record StanceClaim(Span Holder, string Act, Span Issue, int? Statement, Span Evidence, double Confidence)
{
    /// <summary>What the position depends on ("unless the army leaves"), or null.</summary>
    public Span? Condition { get; init; }
}

/// <summary>A party's membership of an organisation.</summary>
/// <param name="Member">The words that name the member.</param>
/// <param name="Organisation">The words that name the organisation.</param>
/// <param name="Status"><c>member</c>, <c>candidate</c>, <c>applied</c>, <c>invited</c>, <c>refused</c> or <c>left</c>.</param>
/// <param name="Condition">The words for the condition, or null.</param>
/// <param name="Statement">Index of the statement it stands in, or null.</param>
/// <param name="Evidence">The range that holds it all.</param>
/// <param name="Confidence">Probability that it is right, 0 to 1.</param>
public sealed record MembershipClaim(Span Member, Span Organisation, string Status, Span? Condition, int? Statement, Span Evidence, double Confidence);

/// <summary>An event that the report speaks of.</summary>
/// <param name="Kind"><c>summit</c>, <c>press_conference</c>, <c>interview</c>, <c>attack</c>, <c>vote</c>, <c>delivery</c>, <c>meeting</c>, ...</param>
/// <param name="Name">The words that name it.</param>
/// <param name="Place">The words for its place, or null.</param>
/// <param name="When">The words for its time, or null.</param>
/// <param name="Occurred"><c>asserted</c>, <c>planned</c>, <c>denied</c> or <c>hypothetical</c>.</param>
/// <param name="Evidence">The range that holds it all.</param>
/// <param name="Confidence">Probability that it is right, 0 to 1.</param>
public sealed record EventClaim(string Kind, Span Name, Span? Place, Span? When, string Occurred, Span Evidence, double Confidence);
