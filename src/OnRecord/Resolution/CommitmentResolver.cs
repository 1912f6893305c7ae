using OnRecord.Attribution;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Turns claimed commitments into records.</summary>
internal sealed class CommitmentResolver(ReportContext context, IReadOnlyList<Statement?> statements)
{
    /// <summary>The records in claim order; a claim whose roles repeat those of an earlier one gives none.</summary>
    public List<Commitment> Resolve()
    {
        var commitments = new List<Commitment>();
        var groups = new Dictionary<int, string>();
        foreach (var claim in context.Claims.Commitments)
        {
            var key = context.Keys.Make("commitment", [.. claim.Donors.Select(d => d.Words)], One(claim.Recipient?.Words), [claim.Item], One(claim.Quantity), One(claim.Amount), [claim.Evidence]);
            if (key is not null)
            {
                groups.TryAdd(claim.Group, key);
                commitments.Add(Resolve(claim, key, groups[claim.Group]));
            }
        }
        return commitments;
    }

    private Commitment Resolve(CommitmentClaim claim, string key, string group)
    {
        var statement = claim.Statement is { } number ? statements[number] : null;
        var when = claim.When ?? DueTime.Find(context, claim);
        return new Commitment
        {
            Id = key,
            Group = group,
            Donors = [.. claim.Donors.Select(d => new Donor(d.Named ? Body(statement, d.Words) : Plain(d.Words), d.Named, [d.Words]))],
            Recipient = claim.Recipient is { } recipient ? new Recipient(recipient.Named ? Body(statement, recipient.Words) : Plain(recipient.Words), claim.RecipientInferred ? "inferred" : "stated", [recipient.Words]) : null,
            Kind = claim.Kind,
            Item = ItemOf(claim),
            Quantity = context.Amounts.Quantity(context.Text, claim.Quantity ?? Article(claim), claim.Kind is "money" ? null : Unit(claim)),
            Amount = context.Amounts.Money(context.Text, claim.Amount, claim.Donors is [var donor, ..] && context.Names.Resolve(donor.Words) is { Kind: "country" } country ? country.Body : null),
            Status = claim.Status,
            Role = claim.Role,
            Condition = context.Phrase(claim.Condition),
            When = context.Dates.Resolve(when, claim.WhenIsPast || (claim.When is null && DueTime.IsOfAnnouncing(context, claim, when)) || claim.Status is "delivered" or "suspended" or "cancelled" ? TenseHint.Past : TenseHint.Future),
            AnnouncedBy = statement?.Speaker?.Name ?? Announcer(claim),
            ReportedBy = statement?.ReportedBy ?? [],
            Statement = statement?.Id,
            Evidence = [claim.Evidence],
            Confidence = claim.Confidence,
        };
    }

    /// <summary>A party as one that gives or receives: a head of state or government and a seat of government are their country, the head of an alliance is the alliance.</summary>
    private string Body(Statement? statement, Span words)
    {
        // "German aid" is Germany's.
        if (context.Facts.Nationalities.Find(context.Words(words)) is { } nation)
        {
            return nation.Name;
        }
        if (context.Within(statement, words) is not { } named)
        {
            return Plain(words);
        }
        // "the people of Guatemala"
        if (!named.IsName && named.Name.StartsWith("people of ", StringComparison.OrdinalIgnoreCase) && context.Facts.Countries.Find(named.Name["people of ".Length..]) is { } people)
        {
            return people.Name;
        }
        if (named.Kind == "person" && Office(named) is { } body)
        {
            return body;
        }
        return named.Entity switch
        {
            "organisation:white-house" => Country("US"),
            "organisation:kremlin" => Country("RU"),
            "organisation:downing-street" => Country("GB"),
            "organisation:elysee" => Country("FR"),
            _ => named.Name,
        };

        string Country(string code) => context.Facts.Country(code)?.Name ?? named.Name;
    }

    // "Danish Premier Ada Holm agreed to lend": the country or body in the words of the office, else what the facts say of the day.
    private string? Office(Named person)
    {
        foreach (var word in (person.As ?? string.Empty).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
            if ((context.Facts.Nationalities.Find(bare) ?? context.Facts.Countries.Find(bare) ?? context.Facts.Organisations.Find(bare)) is { } body)
            {
                return body.Name;
            }
        }
        var terms = context.Dates.Day == 0 ? [] : context.Facts.Offices.Held(context.Facts.Offices.Spelling(person.Name) ?? person.Name, context.Dates.Day);
        if (terms.Count == 0 && person.As is not null)
        {
            // The day is unknown or between two terms: the body of all the offices the person ever held, where it is one.
            terms = context.Facts.Offices.Held(context.Facts.Offices.Spelling(person.Name) ?? person.Name, 0);
            terms = terms.All(t => t.Body == terms[0].Body) ? terms : [];
        }
        return terms.Count > 0 ? (context.Facts.Country(terms[0].Body) ?? context.Facts.Organisation(terms[0].Body))?.Name : null;
    }

    private string? Announcer(CommitmentClaim claim)
    {
        foreach (var donor in claim.Donors)
        {
            if (donor.Named && context.Names.Resolve(donor.Words) is { Kind: "person" } person)
            {
                return person.Name;
            }
        }
        return null;
    }

    private string Plain(Span words)
    {
        var (first, end) = context.Tokens.Range(words);
        (first, end) = context.Tokens.Trim(first, end);
        var text = context.Tokens.Words(first, end).Trim('“', '”', '"', ' ');
        return text.Length > 0 ? text : context.Words(words);
    }

    private Item ItemOf(CommitmentClaim claim)
    {
        // "90 million euros" is the thing itself where nothing else is named.
        var text = claim.Amount is { } sum && sum.Contains(claim.Item) ? context.Words(claim.Item) : ItemText.Of(context.Tokens, claim.Item);
        var model = context.Facts.Equipment.Find(text);
        return new Item(text, model?.Designation, model?.Class, [claim.Item]);
    }

    // "a new Patriot battery" is one; "a support" is none.
    private Span? Article(CommitmentClaim claim)
    {
        var (first, end) = context.Tokens.Range(claim.Item);
        if (claim.Kind is not "equipment" || claim.Amount is not null || first >= end || context.Tokens.Tokens[context.Tokens.Head(first, end)].Xpos is not ("NN" or "NNP"))
        {
            return null;
        }
        foreach (var at in (ReadOnlySpan<int>)[first, first - 1])
        {
            if (at >= 0 && context.Tokens.Tokens[at].Form.ToLowerInvariant() is "a" or "an" or "another")
            {
                return context.Tokens.Tokens[at].Span;
            }
        }
        return null;
    }

    // What is counted: the head of the item, singular.
    private string? Unit(CommitmentClaim claim)
    {
        var (first, end) = context.Tokens.Range(claim.Item);
        return first < end && context.Tokens.Tokens[context.Tokens.Head(first, end)] is { Upos: "NOUN" } noun ? noun.Lemma : null;
    }

    private static IReadOnlyList<Span> One(Span? span) => span is { } one ? [one] : [];
}
