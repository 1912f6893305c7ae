using System.Text;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>Finds the phrases that may corefer: names, noun phrases with all that hangs on them, and personal pronouns.</summary>
internal sealed class NounPhraseFinder
{
    private const int LongestKey = 12;
    private static readonly string[] PersonEndings = ["er", "or", "ist", "ian", "ee", "path", "man", "woman", "ese", "ant"];
    private readonly HashSet<string> maleNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> femaleNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> nouns = new(StringComparer.Ordinal);

    /// <summary>Reads the tables of given names and of nouns for people and groups.</summary>
    public NounPhraseFinder(DataFile data)
    {
        foreach (var row in Table(data, "facts/first_names.tsv", 2))
        {
            var name = row[0].ToLowerInvariant();
            if (row[1] is "m" or "b" or "?")
            {
                maleNames.Add(name);
            }
            if (row[1] is "f" or "b" or "?")
            {
                femaleNames.Add(name);
            }
        }
        foreach (var row in Table(data, "lexicons/en/person_nouns.tsv", 2))
        {
            nouns[row[0]] = row[1];
        }
    }

    /// <summary>Phrases in text order, outer ones before those inside them.</summary>
    public List<NounPhrase> Find(IReadOnlyList<Token> tokens, TokenTree tree, IReadOnlyList<Sentence> sentences, IReadOnlyList<Mention> names)
    {
        var nameAt = new int[tokens.Count];
        Array.Fill(nameAt, -1);
        for (var m = 0; m < names.Count; m++)
        {
            Array.Fill(nameAt, m, names[m].First, names[m].End - names[m].First);
        }
        var phrases = new List<NounPhrase>();
        for (var s = 0; s < sentences.Count; s++)
        {
            for (var i = sentences[s].First; i < sentences[s].End; i++)
            {
                if (Phrase(tokens, tree, names, nameAt, i, s) is { } phrase)
                {
                    phrases.Add(phrase);
                    if (Coordination(tokens, tree, phrase) is { } whole)
                    {
                        phrases.Add(whole);
                    }
                }
            }
        }
        phrases.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End != a.End ? b.End.CompareTo(a.End) : a.Head.CompareTo(b.Head));
        return phrases;
    }

    // "The minister and her deputy said they": together they are one more phrase, of the first one's head.
    private static NounPhrase? Coordination(IReadOnlyList<Token> tokens, TokenTree tree, NounPhrase first)
    {
        var (end, joined) = (first.End, false);
        foreach (var child in tree.Children(first.Head))
        {
            if (tokens[child].Relation == "conj" && child >= end && tokens[child].Upos is "NOUN" or "PROPN" or "PRON")
            {
                end = tree.Phrase(child).End;
                foreach (var word in tree.Children(child))
                {
                    joined |= tokens[word].Relation == "cc" && tokens[word].Lemma is "and" or "&";
                }
            }
        }
        return !joined ? null : new NounPhrase
        {
            First = first.First,
            End = end,
            Head = first.Head,
            Form = MentionForm.Nominal,
            Sentence = first.Sentence,
            Key = "",
            Number = Number.Plural,
            Gender = first.Gender == Gender.Thing ? Gender.Thing : Gender.Open,
            IsIndefinite = true,
            IsCoordination = true,
        };
    }

    private NounPhrase? Phrase(IReadOnlyList<Token> tokens, TokenTree tree, IReadOnlyList<Mention> names, int[] nameAt, int i, int sentence)
    {
        var token = tokens[i];
        var lower = token.Form.ToLowerInvariant();
        if (lower is "this" or "that" && token.Xpos == "DT" && Stands(token.Relation))
        {
            return new NounPhrase { First = i, End = i + 1, Head = i, Form = MentionForm.Pronoun, Sentence = sentence, Key = lower, Number = Number.Singular, Gender = Gender.Thing, IsDemonstrative = true };
        }
        if (token.Upos is "PRON" or "DET" && Pronoun(lower) is { Person: > 0 } pronoun)
        {
            // "It is clear that": nothing is referred to.
            return token.Relation == "expl" ? null : new NounPhrase
            {
                First = i,
                End = i + 1,
                Head = i,
                Form = MentionForm.Pronoun,
                Sentence = sentence,
                Key = lower,
                Number = pronoun.Number,
                Gender = pronoun.Gender,
                GrammaticalPerson = pronoun.Person,
            };
        }
        if (nameAt[i] < 0 && (Indefinite(lower) || (lower is "these" or "those" && Stands(token.Relation))))
        {
            var (from, to) = tree.Phrase(i);
            var plural = lower is "these" or "those";
            return new NounPhrase
            {
                First = from,
                End = to,
                Head = i,
                Form = MentionForm.Nominal,
                Sentence = sentence,
                Key = lower,
                Number = plural ? Number.Plural : lower.StartsWith("every", StringComparison.Ordinal) ? Number.Unknown : Number.Singular,
                Gender = plural ? Gender.Open : lower.EndsWith("thing", StringComparison.Ordinal) ? Gender.Thing : Gender.Unknown,
                IsIndefinite = true,
            };
        }
        var named = nameAt[i] >= 0;
        if (named && (names[nameAt[i]].Head != i || names[nameAt[i]].Kind is MentionKind.Date or MentionKind.Money or MentionKind.Quantity))
        {
            return null;
        }
        if (!named && (token.Upos is not ("NOUN" or "PROPN") || IsPart(token.Relation)))
        {
            return null;
        }
        var (first, end) = tree.Phrase(i);
        if (named)
        {
            (first, end) = (Math.Min(first, names[nameAt[i]].First), Math.Max(end, names[nameAt[i]].End));
            // A name inside a compound ("a Reuters reporter") is a phrase of its own.
            if (IsPart(token.Relation))
            {
                (first, end) = (names[nameAt[i]].First, names[nameAt[i]].End);
            }
        }
        return Describe(tokens, tree, names, named ? nameAt[i] : -1, (first, end), i, sentence);
    }

    private NounPhrase Describe(IReadOnlyList<Token> tokens, TokenTree tree, IReadOnlyList<Mention> names, int name, (int First, int End) range, int head, int sentence)
    {
        var token = tokens[head];
        var kind = name >= 0 ? names[name].Kind : MentionKind.Other;
        var definite = false;
        foreach (var child in tree.Children(head))
        {
            var word = tokens[child].Form.ToLowerInvariant();
            definite |= tokens[child].Relation == "det" && word is "the" or "this" or "that" or "these" or "those" || tokens[child].Relation == "nmod:poss";
        }
        var number = token.Xpos is "NNS" or "NNPS" ? Number.Plural : Number.Singular;
        var gender = name >= 0 ? NameGender(tokens, names[name], tree) : NounGender(token);
        return new NounPhrase
        {
            First = range.First,
            End = range.End,
            Head = head,
            Sentence = sentence,
            Kind = kind,
            Gender = gender,
            Form = name >= 0 || token.Upos == "PROPN" ? MentionForm.Name : MentionForm.Nominal,
            // "The United States is", "NATO are".
            Number = kind == MentionKind.Person ? Number.Singular : name >= 0 && (kind == MentionKind.Organisation || number == Number.Plural) ? Number.Unknown : number,
            Key = name >= 0 ? Key(tokens, names[name].First, names[name].End) : Key(tokens, range.First, range.End),
            IsIndefinite = name < 0 && token.Upos != "PROPN" && !definite,
        };
    }

    private Gender NameGender(IReadOnlyList<Token> tokens, Mention name, TokenTree tree)
    {
        if (name.Kind is MentionKind.Organisation or MentionKind.Place or MentionKind.Country or MentionKind.Event or MentionKind.Equipment)
        {
            return Gender.Thing;
        }
        if (name.Kind != MentionKind.Person)
        {
            return Gender.Open;
        }
        var before = name.First > 0 ? tokens[name.First - 1].Form.ToLowerInvariant().TrimEnd('.') : "";
        if (before is "mr" or "sir" or "lord" or "king" or "prince" or "mister")
        {
            return Gender.Male;
        }
        if (before is "mrs" or "ms" or "miss" or "lady" or "queen" or "princess" or "dame")
        {
            return Gender.Female;
        }
        foreach (var child in tree.Children(name.Head))
        {
            var own = NounGender(tokens[child]);
            if (own is Gender.Male or Gender.Female && tokens[child].Relation is "compound" or "appos")
            {
                return own;
            }
        }
        if (name.End - name.First < 2)
        {
            return Gender.Unknown;
        }
        var given = tokens[name.First].Form.ToLowerInvariant();
        return (maleNames.Contains(given), femaleNames.Contains(given)) switch
        {
            (true, false) => Gender.Male,
            (false, true) => Gender.Female,
            _ => Gender.Unknown,
        };
    }

    private Gender NounGender(Token token) => token.Upos is not ("NOUN" or "PROPN") ? Gender.Open : nouns.GetValueOrDefault(token.Lemma.ToLowerInvariant()) switch
    {
        "person" => Gender.Unknown,
        "male" => Gender.Male,
        "female" => Gender.Female,
        "group" => Gender.Thing,
        _ => token.Upos == "NOUN" && !MayBePerson(token.Lemma) ? Gender.Thing : Gender.Open,
    };

    // Words for people are made with these endings, though words for things are too: "a glazier", "a drawer".
    private static bool MayBePerson(string lemma) => PersonEndings.Any(ending => lemma.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // "If anyone asks, they".
    private static bool Indefinite(string word) => word is "someone" or "somebody" or "something" or "anyone" or "anybody" or "anything" or "everyone" or "everybody" or "everything";

    private static bool Stands(string relation) => relation is "nsubj" or "nsubj:pass" or "obj" or "obl" or "nmod";

    // Part of a larger name or phrase, no phrase of its own.
    private static bool IsPart(string relation) => relation is "compound" or "flat" or "fixed" or "goeswith" || relation.StartsWith("flat:", StringComparison.Ordinal) || relation.StartsWith("compound:", StringComparison.Ordinal);

    private static string Key(IReadOnlyList<Token> tokens, int first, int end)
    {
        var key = new StringBuilder();
        for (var i = first; i < Math.Min(end, first + LongestKey); i++)
        {
            var word = tokens[i].Form.ToLowerInvariant();
            if (word is "the" or "'s" or "’s" or "." && key.Length == 0 || word is "'s" or "’s" && i == end - 1)
            {
                continue;
            }
            key.Append(key.Length > 0 ? " " : "").Append(word);
        }
        return key.ToString();
    }

    private static (Number Number, Gender Gender, byte Person) Pronoun(string word) => word switch
    {
        "i" or "me" or "my" or "mine" or "myself" => (Number.Singular, Gender.Unknown, 1),
        "we" or "us" or "our" or "ours" or "ourselves" => (Number.Plural, Gender.Open, 1),
        "you" or "your" or "yours" or "yourself" or "yourselves" => (Number.Unknown, Gender.Unknown, 2),
        "he" or "him" or "his" or "himself" => (Number.Singular, Gender.Male, 3),
        "she" or "her" or "hers" or "herself" => (Number.Singular, Gender.Female, 3),
        "it" or "its" or "itself" => (Number.Singular, Gender.Thing, 3),
        "they" or "them" or "their" or "theirs" or "themselves" => (Number.Plural, Gender.Open, 3),
        _ => (Number.Unknown, Gender.Open, 0),
    };

    private static IReadOnlyList<string[]> Table(DataFile data, string name, int columns) => Lexicon.Parse(name, Encoding.UTF8.GetString(data(name).Span), columns).Rows;
}
