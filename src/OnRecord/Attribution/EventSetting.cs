using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Reads where and when an event is: "in Berlin on Friday", "the October 7 attack", "a visit to Kenya", "the invasion of Iraq".</summary>
internal sealed class EventSetting
{
    private const int Near = 6;
    private readonly CommitmentContext context;
    private readonly ReportWords words;

    public EventSetting(CommitmentContext context) => (this.context, words) = (context, context.Words);

    /// <summary>Place and time of an event named by a noun; those of the verb over it only where the event is what the verb is about, or its occasion ("said at a rally in Lima").</summary>
    public (TokenRange? Place, TokenRange? When) OfNoun(string kind, int noun, TokenRange name, int verb)
    {
        var place = Place(noun, kind);
        // "a 2011 interview", "the October 7 attack": the time in the name itself.
        var when = InName(name) ?? Time([noun], noun);
        if (verb >= 0)
        {
            var shares = Shares(noun, verb);
            place ??= shares ? Place(verb, "") : null;
            if (when is null && Time([verb], noun) is { } time && (shares || (time.First > noun && time.First - noun <= Near && !HasNounBetween(noun, time.First, name))))
            {
                when = time;
            }
        }
        return (place, when);
    }

    /// <summary>Place and time of an event told by a verb.</summary>
    public (TokenRange? Place, TokenRange? When) OfVerb(int verb) => (Place(verb, ""), Time([verb], verb));

    // Subject, object, or the occasion of saying.
    private bool Shares(int noun, int verb)
    {
        if (words.Tokens[noun].Head != verb)
        {
            return false;
        }
        // "on Monday called the talks a farce": the day of the calling.
        if (words.Is(noun, "nsubj") || words.Is(noun, "obj"))
        {
            return words.Is(noun, "nsubj") || EventFinder.Makes(words.Tokens[verb].Lemma);
        }
        return words.Is(noun, "obl") && words.Child(noun, "case") is >= 0 and var mark && words.Lower[mark] is "at" or "in" or "during" or "on" or "for"
            && words.Tokens[verb].Lemma is "say" or "tell" or "speak" or "add" or "announce" or "meet" or "gather" or "attend" or "appear" or "arrive" or "travel" or "warn" or "urge" or "declare" or "address" or "die" or "kill" or "injure" or "vote" or "elect" or "win" or "sign";
    }

    private bool HasNounBetween(int noun, int end, TokenRange name)
    {
        for (var i = Math.Max(noun + 1, name.End); i < end; i++)
        {
            if (words.Tokens[i].Upos is "NOUN" or "VERB" or "PUNCT")
            {
                return true;
            }
        }
        return false;
    }

    private TokenRange? InName(TokenRange name)
    {
        for (var i = name.First; i < name.End; i++)
        {
            if (words.Tokens[i].Upos is "PROPN" && context.TimePhrase(i) is { } time && time.First >= name.First && time.End <= name.End)
            {
                // "October 7", "7 October", "April 2017"
                var first = time.First > name.First && IsNumber(time.First - 1) ? time.First - 1 : time.First;
                return new TokenRange(first, time.End < name.End && IsNumber(time.End) ? time.End + 1 : time.End);
            }
            if (words.MentionAt(i) is { Kind: MentionKind.Date } date && date.First >= name.First && date.End <= name.End)
            {
                return new TokenRange(date.First, date.End);
            }
        }
        return null;
    }

    private bool IsNumber(int token) => words.Tokens[token].Form.All(char.IsAsciiDigit);

    // "on the day of the vote", "seven days after the raid": measured by the event, no time of it.
    private TokenRange? Time(IReadOnlyList<int> chain, int noun)
    {
        if (context.When(chain) is not { } phrase || phrase.Contains(noun))
        {
            return null;
        }
        for (var (at, step) = (noun, 0); at >= 0 && step < Near; (at, step) = (words.Tokens[at].Head, step + 1))
        {
            if (at != noun && phrase.Contains(at) && !chain.Contains(at))
            {
                return null;
            }
        }
        for (var i = phrase.First; i < Math.Min(phrase.End + 1, words.Lower.Length); i++)
        {
            if (words.Lower[i] is "after" or "before" or "since" && i > phrase.First)
            {
                return null;
            }
        }
        return phrase;
    }

    private TokenRange? Place(int head, string kind)
    {
        foreach (var child in words.Children(head))
        {
            if ((words.Is(child, "obl") || words.Is(child, "nmod")) && child > head && words.Child(child, "case") is >= 0 and var mark && Fits(words.Lower[mark], kind)
                && (words.MentionAt(child) is { Kind: MentionKind.Place or MentionKind.Country, Form: MentionForm.Name } || context.Countries[child] is not null) && context.TimePhrase(child) is null)
            {
                return words.MentionAt(child) is { Kind: MentionKind.Place or MentionKind.Country } mention ? new TokenRange(mention.First, mention.End) : new TokenRange(child, child + 1);
            }
        }
        return null;
    }

    private static bool Fits(string preposition, string kind) => preposition switch
    {
        "in" or "at" or "near" or "outside" or "inside" => true,
        "to" => kind == "visit",
        "on" or "against" or "of" => kind == "attack",
        _ => false,
    };
}
