using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Where, when, to whom and on what occasion a statement was made.</summary>
/// <param name="When">The words that date it, or null.</param>
/// <param name="Occasion">The phrase for the occasion, or null.</param>
/// <param name="Place">The words for the place, or null.</param>
/// <param name="Addressee">The words for who was spoken to, or null.</param>
internal sealed record Setting(Span? When, Span? Occasion, Span? Place, Span? Addressee);

/// <summary>Finds the setting of a statement in the sentence of its cue, outside what is said.</summary>
internal sealed class SettingFinder
{
    private const int LongestOccasion = 25;
    private readonly WordSet occasions;

    public SettingFinder(WordSet occasions) => this.occasions = occasions;

    /// <summary>Reads the setting; all parts are null for a statement without cue.</summary>
    public Setting Find(ReportWords words, Draft draft, int head)
    {
        if (head < 0)
        {
            return new Setting(null, null, null, null);
        }
        var sentence = words.Sentence(head);
        var (when, whenDistance) = (default(Span?), int.MaxValue);
        Span? place = null;
        TokenRange? occasion = null;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!IsFree(i))
            {
                continue;
            }
            if (occasion is null && words.Tokens[i].Upos == "NOUN" && occasions.Has(words.Lower[i]) && words.Child(i, "case") is >= 0 and var mark && words.Lower[mark] is "at" or "in" or "during" or "after" or "before" or "on"
                && Hangs(words, i, head))
            {
                occasion = Occasion(words, i, mark);
                foreach (var content in draft.Content)
                {
                    if (content.First > i && content.First < occasion.Value.End)
                    {
                        // "in an interview with the paper that the tax was wrong"
                        occasion = words.Trim(occasion.Value with { End = content.First });
                    }
                }
            }
            if (words.MentionAt(i) is not { } mention || mention.First != i)
            {
                continue;
            }
            var range = new TokenRange(mention.First, mention.End);
            if (mention.Kind == MentionKind.Date && Math.Abs(i - head) is var distance && Hangs(words, mention.Head, head) && distance < whenDistance)
            {
                (when, whenDistance) = (range.SpanIn(words.Tokens), distance);
            }
            if (place is null && mention.Kind is MentionKind.Place or MentionKind.Country && words.Child(mention.Head, "case") is >= 0 and var @in && words.Lower[@in] is "in" or "at" && Hangs(words, mention.Head, head))
            {
                place = range.SpanIn(words.Tokens);
            }
        }
        return new Setting(when, occasion?.SpanIn(words.Tokens), place, Addressee(words, draft, head));

        bool IsFree(int token) => !draft.Holds(new TokenRange(token, token + 1)) && !draft.Source.Exists(s => s.Contains(token));
    }

    // "denied it, although a paper reported ... in Oslo", "vowed to fight, but hinted at talks": a verb with a subject of its own has its own setting.
    private static bool IsOtherClause(ReportWords words, int verb, int head) =>
        words.Tokens[verb].Upos == "VERB" && verb != head && (words.Child(verb, "nsubj") is >= 0 and var subject && subject != head || words.Is(verb, "conj") && verb > head);

    // On the cue, or on a clause or noun that hangs on it: "speaking at a fair on Friday, she said". A few steps are enough.
    private static bool Hangs(ReportWords words, int token, int head)
    {
        for (var step = 0; step < 8 && token >= 0; step++)
        {
            if (token == head)
            {
                return true;
            }
            if (step > 0 && IsOtherClause(words, token, head))
            {
                return false;
            }
            token = words.Tokens[token].Head;
        }
        return false;
    }

    private static TokenRange Occasion(ReportWords words, int noun, int mark)
    {
        var end = noun + 1;
        foreach (var child in words.Children(noun))
        {
            if (child > noun && words.Is(child, "nmod") && child - noun < LongestOccasion)
            {
                end = Math.Max(end, words.Right[child] + 1);
            }
        }
        end = Math.Min(end, noun + LongestOccasion);
        return new TokenRange(Math.Min(mark + 1, noun), end);
    }

    private static Span? Addressee(ReportWords words, Draft draft, int head)
    {
        foreach (var child in words.Children(head))
        {
            var told = words.Is(child, "iobj") || (words.Is(child, "obj") && words.Tokens[head].Lemma is "tell" or "inform" or "assure" or "remind" or "urge" or "warn" or "ask" or "call");
            var to = words.Is(child, "obl") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == "to" && words.Tokens[head].Lemma is "say" or "speak" or "explain" or "write" or "appeal" or "address";
            if (!(told || to) || draft.Source.Exists(s => s.Contains(child)) || words.Tokens[child].Upos is not ("NOUN" or "PROPN" or "PRON"))
            {
                continue;
            }
            var phrase = Clauses.Phrase(words, child, whole: true);
            if (phrase.Length <= LongestOccasion && (words.Tokens[child].Upos != "NOUN" || !draft.Holds(phrase) || words.Is(child, "iobj")))
            {
                return phrase.SpanIn(words.Tokens);
            }
        }
        return null;
    }
}
