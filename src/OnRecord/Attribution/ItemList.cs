namespace OnRecord.Attribution;

/// <summary>
/// Cuts a list of things by its separators alone, since trees of long lists are often wrong: "200,000 filters, thousands of winter tents and 40 ambulances".
/// </summary>
internal sealed class ItemList
{
    private const int Longest = 120;
    private readonly CommitmentContext context;
    private readonly ReportWords words;

    public ItemList(CommitmentContext context) => (this.context, words) = (context, context.Words);

    /// <summary>
    /// The heads of the list's members, in order; <paramref name="first"/> is the first token of the first member. A member is what stands between two separators
    /// and has a noun; the list ends at a clause, at a party behind "to", and with the sentence.
    /// </summary>
    /// <param name="first">First token of the list.</param>
    /// <param name="joined">Whether the list has a last separator "and", "or" or "as well as".</param>
    /// <param name="colon">Whether "40 trucks: 30 for Goma" may go on behind a colon.</param>
    public List<int> Heads(int first, out bool joined, bool colon = false)
    {
        joined = false;
        var heads = new List<int>();
        var sentence = words.Sentence(first);
        var end = Math.Min(sentence.End, first + Longest);
        for (var at = first; at < end;)
        {
            var stop = MemberEnd(at, end, colon);
            if (Head(at, stop) is >= 0 and var head)
            {
                heads.Add(head);
            }
            else if (stop < end && words.Lower[stop] is not (",") || heads.Count == 0 && stop > at + 6)
            {
                // No member at all: the list is over.
                break;
            }
            var next = Behind(stop, end, ref joined);
            if (next <= stop)
            {
                break;
            }
            at = next;
        }
        return heads;
    }

    // The end of a member: a separator or what closes the list.
    private int MemberEnd(int first, int end, bool colon)
    {
        for (var i = first; i < end; i++)
        {
            var word = words.Lower[i];
            if (word is "," or ";" or "and" or "or" or "plus" or "alongside" && !IsInside(i, first)
                || (word is "as" && i + 2 < end && words.Lower[i + 1] == "well" && words.Lower[i + 2] == "as")
                || (word is "along" or "together" && i + 1 < end && words.Lower[i + 1] == "with")
                || (word == ":" && !colon) || word is "—" or "–" or "." or "?" or "!" or "”" or "(")
            {
                return i;
            }
            if (Closes(i))
            {
                return i;
            }
        }
        return end;
    }

    // Where the next member begins; the same place where the list is over.
    private int Behind(int stop, int end, ref bool joined)
    {
        var at = stop;
        while (at < end)
        {
            var word = words.Lower[at];
            if (word is "and" or "or" or "plus" or "alongside")
            {
                joined = true;
                at++;
            }
            else if (word is "as" && at + 2 < end && words.Lower[at + 1] == "well")
            {
                joined = true;
                at += 3;
            }
            else if (word is "along" or "together" && at + 1 < end && words.Lower[at + 1] == "with")
            {
                joined = true;
                at += 2;
            }
            else if (word is "," or ";" || (at > stop && word is "also" or "both" or "even" or "another"))
            {
                at++;
            }
            else
            {
                break;
            }
        }
        return at < end ? at : stop;
    }

    // "search and rescue teams", "humanitarian and economic aid": joined words of one member.
    private bool IsInside(int separator, int first)
    {
        if (words.Lower[separator] is not ("and" or "or" or ",") || separator == first || separator + 1 >= words.Lower.Length)
        {
            return false;
        }
        var (before, after) = (words.Tokens[separator - 1], words.Tokens[separator + 1]);
        if (before.Upos is "ADJ" && after.Upos is "ADJ" or "NOUN" or "PROPN")
        {
            return true;
        }
        // "search and rescue teams": a bare noun joined to the modifier of the next.
        return words.Lower[separator] == "and" && before.Upos == "NOUN" && before.Xpos == "NN" && after.Upos == "NOUN" && after.Relation is "conj" or "compound" && words.Tokens[separator - 1].Relation == "compound" && words.Tokens[separator - 1].Head > separator;
    }

    private bool Closes(int token)
    {
        var tag = words.Tokens[token];
        if (words.Lower[token] is "including" or "comprising" or "such" or "among" || tag.Upos is "AUX" or "SCONJ" || (tag.Upos == "VERB" && tag.Relation is not ("amod" or "compound" or "case") && !(tag.Xpos is "VBG" && words.Tokens[token].Relation is "nmod" or "obj" or "conj" && words.Child(token, "obj") < 0)))
        {
            return true;
        }
        if (tag.Upos == "PRON" && words.Lower[token] is not ("its" or "their" or "his" or "her" or "our" or "your"))
        {
            return true;
        }
        // "to Nepal", "from Japan": parties are no part of the things.
        return tag.Upos == "ADP" && words.Lower[token] is "to" or "from" or "by" or "after" or "before" or "since" or "under" or "despite" or "during" || words.Lower[token] is "but" or "while" or "with" && tag.Upos is "CCONJ" or "SCONJ";
    }

    // The noun of a member whose own head lies outside of it, or its number where that governs the noun: "dozens of tents".
    private int Head(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Tokens[i].Upos is "DET" or "PUNCT" || words.Lower[i] is "additional" or "more" or "further" or "another" or "about" or "nearly" or "over" or "up" or "to" or "some" or "least" or "at" or "than" or "around" or "almost" or "extra" or "new")
            {
                continue;
            }
            if (context.Amounts.At(i) is { } amount && amount.Core.End < end && words.Lower[amount.Core.End] is "of" or "in" or "worth")
            {
                return i;
            }
            break;
        }
        var fallback = -1;
        for (var i = first; i < end; i++)
        {
            if (words.Tokens[i].Upos is not ("NOUN" or "PROPN" or "NUM" or "SYM"))
            {
                continue;
            }
            if (words.Tokens[i].Head is var head && (head < first || head >= end))
            {
                return i;
            }
            fallback = fallback < 0 && words.Tokens[i].Upos is "NOUN" or "PROPN" ? i : fallback;
        }
        return fallback;
    }
}
