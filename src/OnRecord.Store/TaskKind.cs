namespace OnRecord.Store;

/// <summary>Why a person should look at a decision again.</summary>
public enum TaskKind
{
    /// <summary>The current reading holds no record of these words; the decisions do not count there.</summary>
    DecisionDoesNotFit,
    /// <summary>The current reading takes other values from the same words; the decisions count on.</summary>
    ReadingDiffers,
}
