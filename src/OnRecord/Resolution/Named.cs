namespace OnRecord.Resolution;

/// <summary>What some words of a report name.</summary>
/// <param name="Name">The resolved name, or the words as they describe it.</param>
/// <param name="Kind">Kind word of a speaker: person, organisation, country, collective, document, anonymous.</param>
/// <param name="As">The office held, or null.</param>
/// <param name="Entity">Entity key, or null for what is only described.</param>
internal sealed record Named(string Name, string Kind, string? As = null, string? Entity = null)
{
    /// <summary>Whether it is a name, not a description.</summary>
    public bool IsName => Entity is not null;

    /// <summary>The code of the country or key of the organisation in the entity key, or null.</summary>
    public string? Body => Kind is "country" or "organisation" && Entity is not null ? Entity[(Entity.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;
}
