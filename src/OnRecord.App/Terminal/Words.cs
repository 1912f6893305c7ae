using System.Globalization;
using OnRecord.Resolution;
using OnRecord.Store.Decisions;
using OnRecord.Text;

namespace OnRecord.App.Terminal;

/// <summary>Values of records in the words that a table shows.</summary>
internal static class Words
{
    /// <summary>The texts of several spans, joined as they would be quoted.</summary>
    public static string Of(IReadOnlyList<Span> spans, string text) => string.Join(" … ", spans.Select(s => SafeText.OneLine(s.Of(text))));

    /// <summary>The act where it is more than plain saying, else the words of saying, which hold their own "not".</summary>
    public static string Act(Statement statement, string text) => statement switch
    {
        { Act: { } act } => (statement.Negated ? "not " : "") + act.Replace('_', ' '),
        { Cue.Count: > 0 } => Of(statement.Cue, text),
        { Continues: not null } => "goes on",
        _ => "quoted",
    };

    /// <summary>The content with quotation marks around what was quoted whole.</summary>
    public static string Quoted(Statement statement, string text) =>
        statement.Type == "direct" ? $"“{Of(statement.Content, text).Trim('“', '”', '"', '\'', ' ')}”" : Of(statement.Content, text);

    /// <summary>The word for what people let stand.</summary>
    public static string Of(Standing standing) => standing.ToString().ToLowerInvariant();

    /// <summary>The speaker's name, or that there is none.</summary>
    public static string Speaker(Statement statement) =>
        statement.Speakers.Count > 0 ? string.Join(", ", statement.Speakers) : statement.Speaker?.Name ?? "not stated";

    /// <summary>The speaker with the office held then: <c>Jens Stoltenberg, NATO Secretary General</c>; a description is not said twice.</summary>
    public static string SpeakerInOffice(Statement statement) =>
        statement.Speaker is { As: { } office } speaker && !speaker.Name.Contains(office, StringComparison.OrdinalIgnoreCase)
            ? $"{Speaker(statement)}, {office}"
            : Speaker(statement);

    /// <summary>The donors' names.</summary>
    public static string Donors(Commitment commitment) => string.Join(", ", commitment.Donors.Select(d => d.Name));

    /// <summary>The item with its model: <c>Patriot battery (MIM-104 Patriot)</c>.</summary>
    public static string Item(Commitment commitment) =>
        commitment.Item.Designation is { } model && !commitment.Item.Text.Contains(model, StringComparison.OrdinalIgnoreCase)
            ? $"{commitment.Item.Text} ({model})"
            : commitment.Item.Text;

    /// <summary>How many, as bounds: <c>1</c>, <c>about 40</c>, <c>24-60</c>, <c>at least 30</c>; empty where not stated.</summary>
    public static string Quantity(ResolvedQuantity? quantity) => quantity switch
    {
        null or { Qualifier: "not_stated" } => "",
        { Min: null, Max: null } => quantity.Text,
        _ => Bounds(quantity.Qualifier, quantity.Min, quantity.Max),
    };

    /// <summary>A sum: <c>USD 2,200,000,000</c>, <c>up to EUR 40,000,000</c>; empty where not stated.</summary>
    public static string Amount(ResolvedMoney? amount)
    {
        if (amount is null || amount.Qualifier == "not_stated")
        {
            return "";
        }
        if (amount.Value is null && amount.Max is null)
        {
            return amount.Text;
        }
        var bounds = Bounds(amount.Qualifier, amount.Value, amount.Max ?? amount.Value);
        return amount.Currency is null ? bounds : $"{amount.Currency} {bounds}";
    }

    /// <summary>A number with thousands marked.</summary>
    public static string Number(decimal number) => number.ToString("#,0.############", CultureInfo.InvariantCulture);

    private static string Bounds(string qualifier, decimal? min, decimal? max)
    {
        var one = Number(min ?? max ?? 0);
        return qualifier switch
        {
            "about" => "about " + one,
            "at_least" => "at least " + one,
            "at_most" => "up to " + Number(max ?? min ?? 0),
            _ when min != max && min is not null && max is not null => $"{Number(min.Value)}-{Number(max.Value)}",
            "vague" when max is null => one + " or more",
            _ => one,
        };
    }
}
