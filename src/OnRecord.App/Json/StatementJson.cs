using OnRecord.Resolution;

namespace OnRecord.App.Json;

/// <summary>Statements as RECORD.md, section 2, gives them.</summary>
internal static class StatementJson
{
    /// <summary>Writes the fields of a statement, without the braces.</summary>
    public static void WriteFields(RecordWriter writer, Statement statement)
    {
        var json = writer.Json;
        json.WriteString("id", statement.Id);
        json.WriteString("type", statement.Type);
        WriteSpeaker(writer, statement.Speaker);
        json.WriteStartArray("speakers");
        foreach (var name in statement.Speakers)
        {
            json.WriteStringValue(name);
        }
        json.WriteEndArray();
        writer.Spans("source", statement.Source);
        writer.Spans("cue", statement.Cue);
        writer.Spans("content", statement.Content);
        json.WriteString("attribution", statement.Attribution);
        writer.Text("act", statement.Act);
        writer.Party("addressee", statement.Addressee);
        writer.Parties("reported_by", statement.ReportedBy);
        writer.Date("when", statement.When);
        writer.Party("occasion", statement.Occasion);
        writer.Party("place", statement.Place);
        writer.Condition(statement.Condition);
        json.WriteBoolean("negated", statement.Negated);
        json.WriteString("modality", statement.Modality);
        writer.Spans("quoted", statement.Quoted);
        json.WriteString("fidelity", statement.Fidelity);
        writer.Text("continues", statement.Continues);
        writer.Confidence(statement.Confidence);
    }

    private static void WriteSpeaker(RecordWriter writer, Speaker? speaker)
    {
        if (speaker is null)
        {
            writer.Json.WriteNull("speaker");
            return;
        }
        writer.Json.WriteStartObject("speaker");
        writer.Json.WriteString("name", speaker.Name);
        writer.Json.WriteString("kind", speaker.Kind);
        writer.Text("as", speaker.As);
        writer.Text("entity", speaker.Entity);
        writer.Json.WriteEndObject();
    }
}
