namespace OnRecord.Text;

/// <summary>How words bind a number (RECORD.md, section 2).</summary>
public enum Qualifier
{
    /// <summary>The words state no number.</summary>
    NotStated,
    /// <summary>"14 tanks", "a battery".</summary>
    Exact,
    /// <summary>"about 40", "some 40", "nearly 40".</summary>
    About,
    /// <summary>"at least 40", "more than 40".</summary>
    AtLeast,
    /// <summary>"up to 40", "no more than 40".</summary>
    AtMost,
    /// <summary>"between 30 and 40", "30-40".</summary>
    Range,
    /// <summary>"dozens", "several", "billions".</summary>
    Vague,
}

/// <summary>The words that stand for a <see cref="Qualifier"/> in records.</summary>
public static class Qualifiers
{
    /// <summary>The word of the contract: <c>exact</c>, <c>about</c>, <c>at_least</c>, <c>at_most</c>, <c>range</c>, <c>vague</c> or <c>not_stated</c>.</summary>
    public static string Word(this Qualifier qualifier) => qualifier switch
    {
        Qualifier.Exact => "exact",
        Qualifier.About => "about",
        Qualifier.AtLeast => "at_least",
        Qualifier.AtMost => "at_most",
        Qualifier.Range => "range",
        Qualifier.Vague => "vague",
        _ => "not_stated",
    };

    /// <summary>The qualifier of a word of the contract, or null for any other word.</summary>
    public static Qualifier? Parse(string? word) => word switch
    {
        "exact" => Qualifier.Exact,
        "about" => Qualifier.About,
        "at_least" => Qualifier.AtLeast,
        "at_most" => Qualifier.AtMost,
        "range" => Qualifier.Range,
        "vague" => Qualifier.Vague,
        "not_stated" => Qualifier.NotStated,
        _ => null,
    };
}
