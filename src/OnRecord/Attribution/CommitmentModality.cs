namespace OnRecord.Attribution;

/// <summary>What the words around a deed make of it.</summary>
/// <param name="Status">Status word of RECORD.md; null where it is no undertaking at all.</param>
/// <param name="Actor">The word whose subject (or, where <paramref name="ActorIsObject"/>, object) does the deed: "Germany pledged to send", "told the ministry to send".</param>
/// <param name="ActorIsObject">Whether the actor is the object of <paramref name="Actor"/>.</param>
/// <param name="Condition">Head of the conditional clause or phrase, or -1.</param>
/// <param name="Chain">The words climbed over, from the deed to the outermost.</param>
/// <param name="Why">For a rejected deed the word that cancels it, else -1.</param>
internal sealed record CommitmentModality(string? Status, int Actor, bool ActorIsObject, int Condition, IReadOnlyList<int> Chain, int Why);
