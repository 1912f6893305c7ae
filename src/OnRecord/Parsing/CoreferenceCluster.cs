namespace OnRecord.Parsing;

/// <summary>Phrases that name the same, with what is known of it from all of them.</summary>
internal sealed class CoreferenceCluster
{
    /// <summary>The phrases in text order.</summary>
    public List<NounPhrase> Phrases { get; } = [];

    /// <summary>Name or common noun that heads the phrases, in small letters.</summary>
    public HashSet<string> Heads { get; } = new(StringComparer.Ordinal);

    public Gender Gender { get; private set; } = Gender.Open;

    public Number Number { get; private set; }

    public MentionKind Kind { get; private set; } = MentionKind.Other;

    public NounPhrase Last => Phrases[^1];

    public bool HasName { get; private set; }

    /// <summary>The last phrase that is no personal pronoun, or null.</summary>
    public NounPhrase? LastNamed { get; private set; }

    public void Add(NounPhrase phrase, string head)
    {
        Phrases.Add(phrase);
        if (phrase.Form != MentionForm.Pronoun)
        {
            Heads.Add(head);
            HasName |= phrase.Form == MentionForm.Name;
            Kind = Kind == MentionKind.Other ? phrase.Kind : Kind;
        }
        if (phrase.Form != MentionForm.Pronoun || phrase.IsDemonstrative)
        {
            LastNamed = phrase;
        }
        // What is definite wins: "the minister ... she".
        Gender = Gender is Gender.Open || (Gender is Gender.Unknown && phrase.Gender is Gender.Male or Gender.Female) ? phrase.Gender : Gender;
        Number = Number == Number.Unknown ? phrase.Number : Number;
    }

    /// <summary>Whether a phrase of this gender and number can name the same.</summary>
    public bool Agrees(Gender gender, Number number)
    {
        if (Number != Number.Unknown && number != Number.Unknown && Number != number)
        {
            return false;
        }
        return (Gender, gender) switch
        {
            (Gender.Open, _) or (_, Gender.Open) => true,
            (Gender.Unknown, not Gender.Thing) or (not Gender.Thing, Gender.Unknown) => true,
            var (own, other) => own == other,
        };
    }
}
