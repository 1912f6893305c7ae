using System.Text.Json;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.App.Json;

/// <summary>Writes the values that all kinds of records share: spans in code points, parties and dates with their evidence.</summary>
internal sealed class RecordWriter
{
    private readonly string text;
    private readonly CodePoints codePoints;

    /// <summary>Writes records of one text.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="text">The text that the records' spans count into.</param>
    public RecordWriter(Utf8JsonWriter json, string text)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(text);
        Json = json;
        this.text = text;
        codePoints = new CodePoints(text);
    }

    /// <summary>Where the values go.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Length of the text in code points.</summary>
    public int Chars => codePoints.Length;

    /// <summary>A field that may be null.</summary>
    public void Text(string name, string? value)
    {
        if (value is null)
        {
            Json.WriteNull(name);
        }
        else
        {
            Json.WriteString(name, value);
        }
    }

    /// <summary>A number that may be null, without idle zeros.</summary>
    public void Number(string name, decimal? value)
    {
        if (value is { } number)
        {
            // Dividing by one with 28 zeros drops them from the number: 2.50 is written 2.5.
            Json.WriteNumber(name, number / 1.0000000000000000000000000000m);
        }
        else
        {
            Json.WriteNull(name);
        }
    }

    /// <summary>A probability to four places; more would promise what no calibration holds.</summary>
    public void Confidence(double value) => Json.WriteNumber("confidence", Math.Round(value, 4));

    /// <summary>A field <c>start</c> and a field <c>end</c>.</summary>
    public void StartEnd(Span span)
    {
        var range = codePoints.Of(span);
        Json.WriteNumber("start", range.Start);
        Json.WriteNumber("end", range.End);
    }

    /// <summary>One span as a pair.</summary>
    public void Pair(string name, Span span)
    {
        Json.WritePropertyName(name);
        PairValue(span);
    }

    /// <summary>One span as a pair, in a list.</summary>
    public void PairValue(Span span)
    {
        var range = codePoints.Of(span);
        Json.WriteStartArray();
        Json.WriteNumberValue(range.Start);
        Json.WriteNumberValue(range.End);
        Json.WriteEndArray();
    }

    /// <summary>A list of spans.</summary>
    public void Spans(string name, IReadOnlyList<Span> spans)
    {
        Json.WriteStartArray(name);
        foreach (var span in spans)
        {
            PairValue(span);
        }
        Json.WriteEndArray();
    }

    /// <summary>The words as written: those at the evidence where it is one span, else as they were put together.</summary>
    public string? Raw(string? words, IReadOnlyList<Span> evidence) => evidence.Count == 1 ? evidence[0].Of(text) : words;

    /// <summary>A party, or null.</summary>
    public void Party(string name, NamedParty? party)
    {
        if (party is null)
        {
            Json.WriteNull(name);
            return;
        }
        Json.WritePropertyName(name);
        Party(party, "name");
    }

    /// <summary>A list of parties.</summary>
    public void Parties(string name, IReadOnlyList<NamedParty> parties)
    {
        Json.WriteStartArray(name);
        foreach (var party in parties)
        {
            Party(party, "name");
        }
        Json.WriteEndArray();
    }

    /// <summary>A condition, or null: its words go under <c>text</c>.</summary>
    public void Condition(NamedParty? condition)
    {
        if (condition is null)
        {
            Json.WriteNull("condition");
            return;
        }
        Json.WritePropertyName("condition");
        Party(condition, "text");
    }

    /// <summary>A date, or null. One that no words state says so: <c>"method": "inferred"</c>.</summary>
    public void Date(string name, ResolvedDate? date)
    {
        if (date is null)
        {
            Json.WriteNull(name);
            return;
        }
        Json.WriteStartObject(name);
        Text("edtf", date.Edtf);
        Text("raw", Raw(date.Raw, date.Evidence));
        Spans("evidence", date.Evidence);
        if (date.Method == "inferred")
        {
            Json.WriteString("method", date.Method);
        }
        Json.WriteEndObject();
    }

    private void Party(NamedParty party, string nameField)
    {
        Json.WriteStartObject();
        Json.WriteString(nameField, party.Name);
        Spans("evidence", party.Evidence);
        Json.WriteEndObject();
    }

}
