using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The words of an item as a ledger writes them.</summary>
internal static class ItemText
{
    /// <summary>The item without the article, number and quotation marks at its beginning: "a new Patriot battery" is "new Patriot battery", "14 of its Leopard 2 tanks" is "Leopard 2 tanks".</summary>
    public static string Of(ReportTokens tokens, Span item)
    {
        var (first, end) = tokens.Range(item);
        var start = first;
        while (start < end - 1)
        {
            var token = tokens.Tokens[start];
            var word = token.Form.ToLowerInvariant();
            var isNumber = token.Upos == "NUM" || word is "dozens" or "hundreds" or "thousands" or "scores" or "millions" or "several" or "dozen" or "hundred" or "few" or "more" or "than" or "least" or "about" or "around" or "nearly" or "almost" or "up" or "to" or "over" or "some" or "both";
            if (start + 1 < end && tokens.Tokens[start + 1].Form == "$" && tokens.Tokens[start + 1].Span.Start == token.Span.End)
            {
                // "A$350 million": no article.
                break;
            }
            if (!(token.Upos is "DET" or "PUNCT" || isNumber || token.Xpos is "PRP$" or "POS" || (word == "of" && start > first) || (word is "at" && start + 1 < end && tokens.Tokens[start + 1].Form == "least")))
            {
                break;
            }
            start++;
        }
        while (end - 1 > start && tokens.Tokens[end - 1].Upos == "PUNCT")
        {
            end--;
        }
        return tokens.Words(start, end).Trim('“', '”', '"', ' ', ',');
    }
}
