using OnRecord.Resolution.Dates;
using OnRecord.Resolution.Quantities;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Resolution.Dates;

public sealed class DateFinderRobustnessTests
{
    private static readonly string[] Words = [.. Vocabulary()];

    private static readonly PartialDate?[] References =
        [null, .. new[] { "2024-07-10", "2024-02-29", "0001-01-01", "9999-12-31", "2024", "2024-07/..", "../2024-07-10" }.Select(PartialDate.Parse)];

    [Fact]
    public void Any_mixture_of_words_of_time_is_read_to_valid_values_that_do_not_overlap()
    {
        var dates = DateFinder.Load(InstalledData.File);
        var sums = MoneyFinder.Load(InstalledData.File);
        var quantities = QuantityFinder.Load(InstalledData.File);
        var state = 20240710u;
        for (var round = 0; round < 4000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + Next(8)).Select(_ => Words[Next(Words.Length)] + (Next(4) == 0 ? "" : " ")));
            var options = new DateOptions((TenseHint)Next(3), (DayOrder)Next(3));
            var end = 0;
            foreach (var found in dates.Find(text, References[Next(References.Length)], options))
            {
                Assert.True(found.Span.Start >= end && found.Span.Length > 0, text);
                Assert.Equal(found.Raw, found.Span.Of(text));
                Assert.True(found.Edtf is null || PartialDate.TryParse(found.Edtf.Edtf, out _), text);
                end = found.Span.End;
            }
            Assert.All(sums.Find(text), sum => Assert.Equal(sum.Raw, sum.Span.Of(text)));
            Assert.All(quantities.Find(text), quantity => Assert.Equal(quantity.Raw, quantity.Span.Of(text)));
        }

        // Numerical Recipes' linear congruential generator: the same mixtures on every machine.
        int Next(int count)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)count);
        }
    }

    private static IEnumerable<string> Vocabulary()
    {
        foreach (var table in new[] { "date_words", "number_words", "number_qualifiers", "holidays" })
        {
            var text = System.Text.Encoding.UTF8.GetString(InstalledData.File($"lexicons/en/{table}.tsv").Span);
            foreach (var row in Lexicon.Parse(table, text, 2).Rows)
            {
                yield return row[0];
            }
        }
        const string More = "the a of in on to from between and - – / . , : ' 's before after since until by early mid late end 1 2 3 12 29 30 31 53 99 000 0000 1500 1999 2024 2100 9999 "
            + "20240230 123456789012345678901 $ € US$ NOK euros crowns dollars kronor ago later now every each s st th q1 h2 fy % percent May March following that same rest within w/c";
        foreach (var word in More.Split(' '))
        {
            yield return word;
        }
    }
}
