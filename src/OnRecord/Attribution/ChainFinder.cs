using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Who relayed a statement: "told Reuters", "in an interview with RT", "as reported by TASS", "Interfax quoted him as saying".</summary>
internal sealed class ChainFinder
{
    private readonly WordSet media;
    private readonly WordSet occasions;

    public ChainFinder(WordSet media, WordSet occasions) => (this.media, this.occasions) = (media, occasions);

    /// <summary>The relaying outlets in the statement's own sentence, nearest first; the publishing outlet itself is none.</summary>
    public List<Span> Find(ReportWords words, Draft draft, int head)
    {
        var chain = new List<Span>();
        if (head < 0)
        {
            return chain;
        }
        var sentence = words.Sentence(head);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (ToldOutlet(words, draft, head, i) is { } described)
            {
                chain.Add(described);
                continue;
            }
            if (words.MentionAt(i) is not { Form: MentionForm.Name } mention || mention.First != i || draft.Holds(new TokenRange(mention.First, mention.End)) || draft.Source.Exists(s => s.Contains(mention.Head) && !SeenBy(words, mention)))
            {
                continue;
            }
            var range = new TokenRange(mention.First, mention.End);
            if ((IsOutlet(words, range) || IsReportedBy(words, mention)) && Relays(words, mention, head) && !IsPublisher(words, range))
            {
                chain.Add(range.SpanIn(words.Tokens));
            }
        }
        return chain;
    }

    // "told Norwegian state television": no name, but an outlet with a describing word.
    private Span? ToldOutlet(ReportWords words, Draft draft, int head, int token)
    {
        if (media.Kind(words.Lower[token]) != "head" || words.MentionAt(token) is { Form: MentionForm.Name } || words.Tokens[token].Head < 0 || draft.Holds(new TokenRange(token, token + 1)) || draft.Source.Exists(s => s.Contains(token)))
        {
            return null;
        }
        var governor = words.Tokens[token].Head;
        var told = governor == head && words.Tokens[head].Lemma == "tell" && (words.Is(token, "obj") || words.Is(token, "iobj"));
        // "in an interview with local radio", "speaking to state television"
        var spoken = words.Child(token, "case") is >= 0 and var mark && words.Lower[mark] is "to" or "with" or "on" && (occasions.Has(words.Lower[governor]) || words.Tokens[governor].Lemma is "speak" or "talk");
        if (!told && !spoken)
        {
            return null;
        }
        var end = token + 1;
        while (end < words.Tokens.Count && words.Tokens[end].Upos == "PROPN" && words.SentenceOf[end] == words.SentenceOf[token])
        {
            end++;
        }
        if (end > token + 1)
        {
            // "the German newspaper Tagblatt": its name.
            return new TokenRange(token + 1, end).SpanIn(words.Tokens);
        }
        var phrase = Clauses.Phrase(words, token, whole: false);
        return phrase.Length > 1 ? phrase.SpanIn(words.Tokens) : null;
    }

    /// <summary>Whether words name a news outlet.</summary>
    public bool IsOutlet(ReportWords words, TokenRange range)
    {
        var name = string.Join(' ', Enumerable.Range(range.First, range.Length).Select(i => words.Lower[i]));
        name = name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
        if (media.Kind(name) == "name")
        {
            return true;
        }
        for (var i = range.First; i < range.End; i++)
        {
            if (media.Kind(words.Lower[i]) is "name" || (media.Kind(words.Lower[i]) == "head" && i > range.First))
            {
                return true;
            }
        }
        // "the PAP news agency": the describing noun stands beside the name.
        var head = words.Tokens[range.End - 1].Head;
        return head == range.End || (head == range.End + 1) ? media.Kind(words.Lower[head]) == "head" : false;
    }

    private static bool IsPublisher(ReportWords words, TokenRange range) =>
        words.Parsed.Report.Outlet is { } outlet && outlet.Contains(range.SpanIn(words.Tokens).Of(words.Parsed.Report.Text), StringComparison.OrdinalIgnoreCase);

    // "as reported by the state agency Ulan": the words say that it relays, whether its name is known or not.
    private static bool IsReportedBy(ReportWords words, Mention mention)
    {
        var verb = words.Tokens[Top(words, mention)].Head;
        return verb >= 0 && Case(words, mention) == "by" && words.Tokens[verb].Lemma is "report" or "quote" or "cite" && words.Child(verb, "mark") is >= 0 and var mark && words.Lower[mark] == "as";
    }

    private static bool SeenBy(ReportWords words, Mention mention) =>
        Case(words, mention) == "by" && words.Tokens[mention.Head].Head is >= 0 and var verb && words.Tokens[verb].Lemma is "see" or "obtain" or "review" or "publish" or "carry";

    private static string? Case(ReportWords words, Mention mention)
    {
        var at = Top(words, mention);
        return words.Child(at, "case") is >= 0 and var mark ? words.Lower[mark] : null;
    }

    // The head of the whole phrase the name stands in: "the PAP news agency".
    private static int Top(ReportWords words, Mention mention)
    {
        var at = mention.Head;
        for (var step = 0; step < 4 && words.Tokens[at].Head >= 0 && (words.Is(at, "compound") || words.Is(at, "flat") || words.Is(at, "appos")); step++)
        {
            at = words.Tokens[at].Head;
        }
        return at;
    }

    private bool Relays(ReportWords words, Mention mention, int cueHead)
    {
        var top = Top(words, mention);
        var governor = words.Tokens[top].Head;
        if (governor < 0)
        {
            return false;
        }
        var mark = words.Child(top, "case") is >= 0 and var @case ? words.Lower[@case] : null;
        if (governor == cueHead && (words.Is(top, "obj") || words.Is(top, "iobj") || (words.Is(top, "obl") && mark is "to" or "with" or "on")))
        {
            return words.Tokens[cueHead].Lemma is "tell" or "speak" or "inform" || mark is not null;
        }
        var verb = words.Tokens[governor];
        if (mark == "by" && verb.Lemma is "report" or "quote" or "cite" or "carry" or "publish" or "see" or "obtain" or "release" or "review")
        {
            return true;
        }
        if (words.Is(top, "nsubj") && governor == cueHead && verb.Lemma is "quote" or "cite")
        {
            return true;
        }
        return (mark is "with" or "to" or "by" or "on" or "for" or "in" && occasions.Has(words.Lower[governor])) || (mark is "to" or "with" or "on" && verb.Lemma is "speak" or "talk");
    }
}
