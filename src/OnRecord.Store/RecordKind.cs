namespace OnRecord.Store;

/// <summary>The kinds of record that a person can decide about.</summary>
public enum RecordKind
{
    /// <summary>One act of saying.</summary>
    Statement,
    /// <summary>One undertaking.</summary>
    Commitment,
    /// <summary>A position on an issue.</summary>
    Stance,
    /// <summary>A member of an organisation.</summary>
    Membership,
    /// <summary>Something that happens, happened or is planned.</summary>
    Event,
    /// <summary>A person, organisation or country that reports name; its key stands behind <c>entity:</c>.</summary>
    Entity,
    /// <summary>Who publishes; its name stands behind <c>publisher:</c>.</summary>
    Publisher,
}
