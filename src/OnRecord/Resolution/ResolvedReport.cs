using OnRecord.Cleaning;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>All records read from one report, every value with the spans it was read from. This is what is stored and handed out (RECORD.md, section 2).</summary>
public sealed record ResolvedReport
{
    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>Statements in text order.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Commitments in text order.</summary>
    public required IReadOnlyList<Commitment> Commitments { get; init; }

    /// <summary>Stances in text order.</summary>
    public required IReadOnlyList<Stance> Stances { get; init; }

    /// <summary>Memberships in text order.</summary>
    public required IReadOnlyList<Membership> Memberships { get; init; }

    /// <summary>Events in text order.</summary>
    public required IReadOnlyList<Event> Events { get; init; }

    /// <summary>Named mentions in text order.</summary>
    public required IReadOnlyList<NamedMention> Mentions { get; init; }

    /// <summary>What all steps met.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Who read it.</summary>
    public required ReaderVersion Reader { get; init; }
}

/// <summary>The generation of the reader that proposed a record.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Models">SHA-256 of each model used, by language.</param>
public sealed record ReaderVersion(string Version, IReadOnlyDictionary<string, string> Models);

/// <summary>A name with the words it was read from.</summary>
/// <param name="Name">The resolved name, or the words as described for an anonymous source.</param>
/// <param name="Evidence">The words; may be empty only where the name was inferred.</param>
public sealed record NamedParty(string Name, IReadOnlyList<Span> Evidence);

/// <summary>A speaker resolved as far as the report and the facts tables allow.</summary>
/// <param name="Name">Full name, or the description of an anonymous source.</param>
/// <param name="Kind"><c>person</c>, <c>organisation</c>, <c>country</c>, <c>collective</c>, <c>document</c> or <c>anonymous</c>.</param>
/// <param name="As">The office held when speaking, or null.</param>
/// <param name="Entity">Key of the entity candidate (<c>person:jens-stoltenberg</c>), or null.</param>
public sealed record Speaker(string Name, string Kind, string? As, string? Entity);

/// <summary>A date with the words it was read from.</summary>
/// <param name="Edtf">EDTF value, or null where the words could not be resolved.</param>
/// <param name="Raw">The words.</param>
/// <param name="Evidence">Where they stand; empty where inferred.</param>
/// <param name="Method"><c>stated</c> or <c>inferred</c>.</param>
public sealed record ResolvedDate(string? Edtf, string? Raw, IReadOnlyList<Span> Evidence, string Method = "stated");

/// <summary>One act of saying (RECORD.md, section 2, <c>statements</c>).</summary>
public sealed record Statement
{
    /// <summary>Record key, 64 hexadecimal digits: hash of report key, kind and all role spans.</summary>
    public required string Id { get; init; }
    /// <summary><c>direct</c>, <c>indirect</c> or <c>mixed</c>.</summary>
    public required string Type { get; init; }
    /// <summary>The speaker, or null where nobody can be named.</summary>
    public Speaker? Speaker { get; init; }
    /// <summary>All names where the speaker is a group of named parties; else empty.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];
    /// <summary>The words that name the speaker.</summary>
    public required IReadOnlyList<Span> Source { get; init; }
    /// <summary>The words of saying.</summary>
    public required IReadOnlyList<Span> Cue { get; init; }
    /// <summary>What is said.</summary>
    public required IReadOnlyList<Span> Content { get; init; }
    /// <summary><c>speech</c> or <c>attitude</c>.</summary>
    public required string Attribution { get; init; }
    /// <summary>Act word, or null for plain saying.</summary>
    public string? Act { get; init; }
    /// <summary>Who was spoken to, or null.</summary>
    public NamedParty? Addressee { get; init; }
    /// <summary>Who relayed it, nearest first.</summary>
    public IReadOnlyList<NamedParty> ReportedBy { get; init; } = [];
    /// <summary>When it was said, or null.</summary>
    public ResolvedDate? When { get; init; }
    /// <summary>The occasion, or null.</summary>
    public NamedParty? Occasion { get; init; }
    /// <summary>Where it was said, or null.</summary>
    public NamedParty? Place { get; init; }
    /// <summary>What must happen first for what is promised, demanded or ruled out, or null.</summary>
    public NamedParty? Condition { get; init; }
    /// <summary>Whether the act is negated.</summary>
    public bool Negated { get; init; }
    /// <summary><c>asserted</c>, <c>future</c>, <c>hypothetical</c> or <c>conditional</c>.</summary>
    public string Modality { get; init; } = "asserted";
    /// <summary>The quoted parts, inside the content.</summary>
    public IReadOnlyList<Span> Quoted { get; init; } = [];
    /// <summary><c>verbatim</c>, <c>partial</c>, <c>translated</c>, <c>back_translated</c>, <c>paraphrase</c> or <c>unknown</c>.</summary>
    public string Fidelity { get; init; } = "unknown";
    /// <summary>Id of the statement that this one continues, or null.</summary>
    public string? Continues { get; init; }
    /// <summary>Id of the statement in whose content this one stands, or null.</summary>
    public string? Inside { get; init; }
    /// <summary>Calibrated probability, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>A donor of a commitment.</summary>
/// <param name="Name">Resolved name, or the words for unnamed parties.</param>
/// <param name="Named">False for "other partners".</param>
/// <param name="Evidence">The words.</param>
public sealed record Donor(string Name, bool Named, IReadOnlyList<Span> Evidence);

/// <summary>The recipient of a commitment.</summary>
/// <param name="Name">Resolved name.</param>
/// <param name="Method"><c>stated</c> or <c>inferred</c>.</param>
/// <param name="Evidence">The words.</param>
public sealed record Recipient(string Name, string Method, IReadOnlyList<Span> Evidence);

/// <summary>What is given.</summary>
/// <param name="Text">The words for it, without article and number.</param>
/// <param name="Designation">Model from the facts table (<c>MIM-104 Patriot</c>), or null.</param>
/// <param name="Class">Class from the facts table (<c>air defence</c>), or null.</param>
/// <param name="Evidence">The words.</param>
public sealed record Item(string Text, string? Designation, string? Class, IReadOnlyList<Span> Evidence);

/// <summary>One undertaking (RECORD.md, section 2, <c>commitments</c>).</summary>
public sealed record Commitment
{
    /// <summary>Record key, 64 hexadecimal digits.</summary>
    public required string Id { get; init; }
    /// <summary>Shared by the commitments of one sentence that share verb and item.</summary>
    public required string Group { get; init; }
    /// <summary>Who undertakes it.</summary>
    public required IReadOnlyList<Donor> Donors { get; init; }
    /// <summary>Who receives it, or null.</summary>
    public Recipient? Recipient { get; init; }
    /// <summary>Kind word of RECORD.md.</summary>
    public required string Kind { get; init; }
    /// <summary>What is given.</summary>
    public required Item Item { get; init; }
    /// <summary>How many; null where not stated.</summary>
    public ResolvedQuantity? Quantity { get; init; }
    /// <summary>A sum of money; null where not stated.</summary>
    public ResolvedMoney? Amount { get; init; }
    /// <summary>Status word of RECORD.md.</summary>
    public required string Status { get; init; }
    /// <summary>Role word of RECORD.md.</summary>
    public required string Role { get; init; }
    /// <summary>The condition's words, or null.</summary>
    public NamedParty? Condition { get; init; }
    /// <summary>When it is to happen or happened, or null.</summary>
    public ResolvedDate? When { get; init; }
    /// <summary>Who announced it, or null.</summary>
    public string? AnnouncedBy { get; init; }
    /// <summary>Who relayed it, nearest first.</summary>
    public IReadOnlyList<NamedParty> ReportedBy { get; init; } = [];
    /// <summary>Id of the statement it stands in, or null.</summary>
    public string? Statement { get; init; }
    /// <summary>The shortest range that holds verb, item and quantity.</summary>
    public required IReadOnlyList<Span> Evidence { get; init; }
    /// <summary>Calibrated probability, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>A number of things.</summary>
/// <param name="Min">Lower bound, or null.</param>
/// <param name="Max">Upper bound, or null.</param>
/// <param name="Qualifier"><c>exact</c>, <c>about</c>, <c>at_least</c>, <c>at_most</c>, <c>range</c>, <c>vague</c> or <c>not_stated</c>.</param>
/// <param name="Unit">What is counted, singular, or null.</param>
/// <param name="Text">The words.</param>
/// <param name="Evidence">Where they stand.</param>
public sealed record ResolvedQuantity(decimal? Min, decimal? Max, string Qualifier, string? Unit, string Text, IReadOnlyList<Span> Evidence);

/// <summary>A sum of money.</summary>
/// <param name="Value">The sum in full units, or null where vague.</param>
/// <param name="Max">Upper end of a range, or null.</param>
/// <param name="Currency">ISO 4217 code, or null where not stated.</param>
/// <param name="Qualifier">As for a quantity.</param>
/// <param name="Text">The words.</param>
/// <param name="Evidence">Where they stand.</param>
public sealed record ResolvedMoney(decimal? Value, decimal? Max, string? Currency, string Qualifier, string Text, IReadOnlyList<Span> Evidence);

/// <summary>A position on an issue.</summary>
/// <param name="Id">Record key.</param>
/// <param name="Holder">Resolved name of who holds it.</param>
/// <param name="Act">Act word.</param>
/// <param name="Issue">The issue's words as they stand.</param>
/// <param name="IssueKey">The issue normalised (articles dropped, countries canonical, head first) so that two reports meet.</param>
/// <param name="Statement">Id of the statement it stands in, or null.</param>
/// <param name="Evidence">The words.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
public sealed record Stance(string Id, string Holder, string Act, string Issue, string IssueKey, string? Statement, IReadOnlyList<Span> Evidence, double Confidence)
{
    /// <summary>What the position depends on, or null.</summary>
    public NamedParty? Condition { get; init; }
}

/// <summary>A party's membership of an organisation.</summary>
/// <param name="Id">Record key.</param>
/// <param name="Member">Resolved name.</param>
/// <param name="Organisation">Resolved name.</param>
/// <param name="Status"><c>member</c>, <c>candidate</c>, <c>applied</c>, <c>invited</c>, <c>refused</c> or <c>left</c>.</param>
/// <param name="Condition">The condition's words, or null.</param>
/// <param name="Statement">Id of the statement it stands in, or null.</param>
/// <param name="Evidence">The words.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
public sealed record Membership(string Id, string Member, string Organisation, string Status, NamedParty? Condition, string? Statement, IReadOnlyList<Span> Evidence, double Confidence);

/// <summary>An event.</summary>
/// <param name="Id">Record key.</param>
/// <param name="Kind">Kind word.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Its place, or null.</param>
/// <param name="When">Its time, or null.</param>
/// <param name="Occurred"><c>asserted</c>, <c>planned</c>, <c>denied</c> or <c>hypothetical</c>.</param>
/// <param name="Evidence">The words.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
public sealed record Event(string Id, string Kind, string Name, string? Place, ResolvedDate? When, string Occurred, IReadOnlyList<Span> Evidence, double Confidence);

/// <summary>A mention that was resolved to a name.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">Kind word of RECORD.md's <c>mentions</c>.</param>
/// <param name="Name">The resolved name.</param>
/// <param name="Entity">Key of the entity candidate, or null.</param>
public sealed record NamedMention(Span Span, string Kind, string Name, string? Entity);
