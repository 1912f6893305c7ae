using System.Globalization;

namespace OnRecord.Parsing;

/// <summary>
/// What speaks for and against an antecedent of a pronoun: recency, grammatical and parallel role, frequency (the factors of Lappin and Leass 1994),
/// agreement, form, quotations and binding. Each feature is a name that has a weight.
/// </summary>
internal sealed class PronounFeatures(IReadOnlyList<Token> tokens, TokenTree tree, IReadOnlyList<Sentence> sentences, SpeechPronouns speech)
{
    private const int LongestPath = 12;

    /// <summary>Features of a cluster whose nearest phrase before the pronoun is given.</summary>
    public List<string> Of(CoreferenceCluster cluster, NounPhrase last, NounPhrase pronoun, PronounPlace place)
    {
        var p = Letter(pronoun);
        var sentence = Math.Min(pronoun.Sentence - last.Sentence, 5);
        var (role, own) = (Role(tokens[last.Head].Relation), Role(tokens[pronoun.Head].Relation));
        var near = sentence == 0 ? '0' : sentence == 1 ? '1' : '2';
        var form = Form(last, pronoun);
        var size = Size(cluster.Phrases.Count);
        var gender = cluster.Gender.ToString()[..1] + (cluster.Number switch { Number.Singular => "s", Number.Plural => "p", _ => "u" });
        var whole = cluster.LastNamed ?? last;
        var said = Said(last, pronoun);
        return
        [
            F(p, "sentence", sentence),
            F(p, "order", Order(place.Order)),
            F(p, "subjects", place.Subjects < 0 ? "x" : Order(place.Subjects)),
            F(p, "role", role, near),
            F(p, "roles", role, own),
            F(p, "roles", role, own, near),
            F(p, "form", form, near),
            F(p, "form", form, role),
            F(p, "kind", cluster.Kind == MentionKind.Country ? MentionKind.Place : cluster.Kind, cluster.HasName ? 'n' : 'c'),
            F(p, "agrees", gender),
            F(p, "agrees", gender, cluster.HasName ? 'n' : 'c', size),
            F(p, "last", last.Gender, last.Number),
            F(p, "size", size),
            F(p, "said", said),
            F(p, "said", said, near, own),
            F(p, "topic", cluster.Phrases[0].Sentence == 0 ? 'y' : 'n', size),
            F(p, "in-sentence", place.InSentence, near),
            F('a', "speaks on", own == 'S' && Speaks(pronoun) ? role == 'S' && Speaks(last) ? 'y' : 'n' : 'x'),
            F(p, "verb", own == 'S' ? Verb(pronoun) : "", cluster.Gender),
            F(p, "starts", tokens[last.First].Head >= 0 && last.First == sentences[last.Sentence].First ? 'y' : 'n', near),
            F(p, "bound", Bound(last, pronoun), IsReflexive(pronoun) ? 'r' : own),
            F(p, "above", sentence == 0 && IsAbove(last, pronoun) ? 'y' : 'n', role, near),
            F(p, "paragraph", sentences[last.Sentence].Paragraph == sentences[pronoun.Sentence].Paragraph ? 'y' : 'n', near),
            F(p, "words", sentence > 0 ? "x" : Order((pronoun.First - last.End) / 2)),
            F(p, "noun", whole.Form == MentionForm.Nominal ? tokens[whole.Head].Lemma.ToLowerInvariant() : whole.Form == MentionForm.Name ? "(name)" : "(pronoun)"),
            F(p, "named", cluster.LastNamed is null ? "x" : Order(pronoun.Sentence - cluster.LastNamed.Sentence)),
            F(p, "coordination", last.IsCoordination ? 'y' : 'n', whole.IsIndefinite ? 'i' : 'd', near),
            F(p, "inner", role == 'M' ? place.Order > 0 ? 'y' : 'f' : 'n', own),
        ];
    }

    /// <summary>Features of the case that nothing before is referred to: "It is clear that", "they say".</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="matching">How many clusters would suit.</param>
    public List<string> OfNothing(NounPhrase pronoun, int matching)
    {
        var p = Letter(pronoun);
        var own = Role(tokens[pronoun.Head].Relation);
        var head = tokens[pronoun.Head].Head;
        var (verb, kind, clause) = ("", "", 'n');
        if (head >= 0)
        {
            (verb, kind) = (tokens[head].Lemma.ToLowerInvariant(), tokens[head].Upos);
            foreach (var child in tree.Children(head))
            {
                if (child > pronoun.Head && tokens[child].Relation is "csubj" or "ccomp" or "xcomp" or "advcl" or "acl:relcl" or "acl" or "csubj:outer")
                {
                    clause = tokens[child].Relation[0];
                }
            }
        }
        var lower = tokens[pronoun.Head].Form.ToLowerInvariant();
        return
        [
            F(p, "nothing"),
            F(p, "nothing-role", own),
            F(p, "nothing-form", lower),
            F(p, "nothing-head", verb),
            F(p, "nothing-kind", kind, own),
            F(p, "nothing-clause", kind, clause),
            F(p, "nothing-matching", Order(matching)),
            F(p, "nothing-start", pronoun.First == sentences[pronoun.Sentence].First ? 'y' : 'n', own),
            F(p, "nothing-said", speech.Quotation(pronoun.Head) > 0 ? 'y' : 'n'),
        ];
    }

    /// <summary>Whether gender and number do not speak against it.</summary>
    public static bool Suits(CoreferenceCluster cluster, NounPhrase pronoun) => pronoun.Number == Number.Plural
        ? cluster.Number != Number.Singular || cluster.Kind == MentionKind.Organisation
        : cluster.Agrees(pronoun.Gender, pronoun.Number);

    /// <summary>The grammatical role as one letter; S is a subject.</summary>
    public static char Role(string relation)
    {
        var cut = relation.IndexOf(':', StringComparison.Ordinal);
        return (cut < 0 ? relation : relation == "nmod:poss" ? relation : relation[..cut]) switch
        {
            "nsubj" => 'S',
            "obj" or "iobj" => 'O',
            "obl" => 'B',
            "nmod" or "compound" => 'M',
            "nmod:poss" => 'P',
            "appos" => 'A',
            "conj" => 'C',
            "root" or "parataxis" => 'R',
            _ => 'X',
        };
    }

    // Who spoke last speaks on: "The mayor met Kim, his deputy said. He added that".
    private bool Speaks(NounPhrase phrase) => Verb(phrase) is "say" or "tell" or "add" or "ask" or "argue" or "write" or "warn" or "note" or "claim" or "insist" or "explain" or "state" or "announce" or "promise" or "call" or "urge";

    private string Verb(NounPhrase phrase) => tokens[phrase.Head].Head < 0 ? "" : tokens[tokens[phrase.Head].Head].Lemma.ToLowerInvariant();

    private static char Letter(NounPhrase pronoun) => pronoun.IsDemonstrative ? 'd' : pronoun.Number == Number.Plural ? 't' : pronoun.Gender switch { Gender.Male => 'h', Gender.Female => 's', _ => 'i' };

    private static string F(char pronoun, string name, params ReadOnlySpan<object> values)
    {
        var feature = pronoun + " " + name;
        foreach (var value in values)
        {
            feature += " " + Convert.ToString(value, CultureInfo.InvariantCulture);
        }
        return feature;
    }

    private static string Order(int n) => n switch { < 4 => n.ToString(CultureInfo.InvariantCulture), < 6 => "4", < 10 => "6", _ => "10" };

    private static string Size(int n) => n switch { < 4 => n.ToString(CultureInfo.InvariantCulture), < 7 => "4", _ => "7" };

    private static char Form(NounPhrase last, NounPhrase pronoun) => last.Form switch
    {
        MentionForm.Name => 'n',
        MentionForm.Pronoun when last.IsDemonstrative => 't',
        MentionForm.Pronoun => last.Key[0] == pronoun.Key[0] ? 's' : 'o',
        _ => last.IsIndefinite ? 'i' : 'd',
    };

    // A pronoun inside a quotation seldom is its speaker: Kim said: "He lied".
    private string Said(NounPhrase last, NounPhrase pronoun)
    {
        var (before, own) = (speech.Quotation(last.Head), speech.Quotation(pronoun.Head));
        return before == own ? own == 0 ? "none" : "same" : own == 0 ? "after" : before == 0 ? "into" : "other";
    }

    // Subject and object of one verb differ unless the pronoun is reflexive: "She praised her".
    private char Bound(NounPhrase last, NounPhrase pronoun)
    {
        var head = tokens[pronoun.Head].Head;
        return head >= 0 && tokens[last.Head].Head == head ? 'y' : head == last.Head ? 'h' : 'n';
    }

    private static bool IsReflexive(NounPhrase pronoun) => pronoun.Key.EndsWith("self", StringComparison.Ordinal) || pronoun.Key.EndsWith("selves", StringComparison.Ordinal);

    // "The minister said that she": the verb of the candidate governs the clause of the pronoun.
    private bool IsAbove(NounPhrase last, NounPhrase pronoun)
    {
        var verb = tokens[last.Head].Head;
        var at = tokens[pronoun.Head].Head;
        for (var step = 0; step < LongestPath && at >= 0; step++)
        {
            if (at == verb)
            {
                return true;
            }
            at = tokens[at].Head;
        }
        return false;
    }
}
