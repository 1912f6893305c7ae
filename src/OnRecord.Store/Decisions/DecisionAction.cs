namespace OnRecord.Store.Decisions;

/// <summary>What a person does with a candidate.</summary>
public enum DecisionAction
{
    /// <summary>Lets it stand as read.</summary>
    Accept,
    /// <summary>Lets it stand with one field changed.</summary>
    Edit,
    /// <summary>Says that the report does not bear it out.</summary>
    Reject,
    /// <summary>Says that another record is the same; the other one stays.</summary>
    Merge,
    /// <summary>Says that it is really several others.</summary>
    Split,
    /// <summary>Says that it belongs to another record; changes nothing else.</summary>
    Link,
    /// <summary>Leaves it for later.</summary>
    Defer,
    /// <summary>Takes an earlier decision back.</summary>
    Undo,
}
