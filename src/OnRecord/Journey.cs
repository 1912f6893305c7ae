namespace OnRecord;

/// <summary>The whole order on one screen: bytes to record.</summary>
public sealed class Journey
{
}
