using OnRecord.Resolution;

namespace OnRecord.App.Json;

/// <summary>Stances, memberships, events and mentions as RECORD.md, section 2, gives them.</summary>
internal static class OtherRecordJson
{
    /// <summary>Writes the fields of a stance, without the braces.</summary>
    public static void WriteFields(RecordWriter writer, Stance stance)
    {
        writer.Json.WriteString("holder", stance.Holder);
        writer.Json.WriteString("act", stance.Act);
        writer.Json.WriteString("issue", stance.Issue);
        writer.Condition(stance.Condition);
        writer.Text("statement", stance.Statement);
        writer.Spans("evidence", stance.Evidence);
    }

    /// <summary>Writes the fields of a membership, without the braces.</summary>
    public static void WriteFields(RecordWriter writer, Membership membership)
    {
        writer.Json.WriteString("member", membership.Member);
        writer.Json.WriteString("organisation", membership.Organisation);
        writer.Json.WriteString("status", membership.Status);
        writer.Condition(membership.Condition);
        writer.Spans("evidence", membership.Evidence);
    }

    /// <summary>Writes the fields of an event, without the braces.</summary>
    public static void WriteFields(RecordWriter writer, Event occurrence)
    {
        writer.Json.WriteString("kind", occurrence.Kind);
        writer.Json.WriteString("name", occurrence.Name);
        writer.Text("place", occurrence.Place);
        writer.Date("when", occurrence.When);
        writer.Json.WriteString("occurred", occurrence.Occurred);
        writer.Spans("evidence", occurrence.Evidence);
    }

    /// <summary>Writes the fields of a mention, without the braces.</summary>
    public static void WriteFields(RecordWriter writer, NamedMention mention)
    {
        writer.StartEnd(mention.Span);
        writer.Json.WriteString("kind", mention.Kind);
        writer.Text("entity", mention.Entity);
        writer.Json.WriteString("name", mention.Name);
    }
}
