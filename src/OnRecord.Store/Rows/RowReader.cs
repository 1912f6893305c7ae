using System.Data.Common;
using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Store.Rows;

/// <summary>Reads the columns of one result by name. A value that cannot be what was written is damage, said as such.</summary>
internal sealed class RowReader(DbDataReader reader)
{
    public string? Text(string column)
    {
        var value = reader.GetValue(reader.GetOrdinal(column));
        return value switch
        {
            string text => text,
            DBNull => null,
            _ => throw Damaged(column, "text", value),
        };
    }

    public string Required(string column) => Text(column) ?? throw Damaged(column, "text", DBNull.Value);

    public long? Optional(string column)
    {
        var value = reader.GetValue(reader.GetOrdinal(column));
        return value switch
        {
            long number => number,
            int number => number,
            DBNull => null,
            _ => throw Damaged(column, "a whole number", value),
        };
    }

    public long Number(string column) => Optional(column) ?? throw Damaged(column, "a whole number", DBNull.Value);

    public int Small(string column)
    {
        var number = Number(column);
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Damaged(column, "a small whole number", number);
    }

    public bool Flag(string column) => Number(column) != 0;

    public double Fraction(string column)
    {
        var value = reader.GetValue(reader.GetOrdinal(column));
        return value is double number ? number : throw Damaged(column, "a fraction", value);
    }

    public decimal? Decimal(string column)
    {
        var text = Text(column);
        if (text is null)
        {
            return null;
        }
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw Damaged(column, "a decimal number", text);
    }

    public DateTimeOffset Time(string column)
    {
        var text = Required(column);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw Damaged(column, "a time", text);
    }

    public byte[] Bytes(string column)
    {
        var value = reader.GetValue(reader.GetOrdinal(column));
        return value as byte[] ?? throw Damaged(column, "bytes", value);
    }

    public byte[]? OptionalBytes(string column) => reader.GetValue(reader.GetOrdinal(column)) is DBNull ? null : Bytes(column);

    public Span Span() => OptionalSpan() ?? throw Damaged("start_at", "a span", DBNull.Value);

    public Span? OptionalSpan()
    {
        if (Optional("start_at") is not { } start || Optional("end_at") is not { } end)
        {
            return null;
        }
        return start >= 0 && end >= start && end <= int.MaxValue
            ? new Span((int)start, (int)end)
            : throw Damaged("end_at", "a span", string.Create(CultureInfo.InvariantCulture, $"[{start}, {end})"));
    }

    private static StoreException Damaged(string column, string expected, object found) =>
        new(StoreFault.Damaged, $"{expected} in column {column}", found is DBNull ? "nothing" : $"'{found}'", "Run 'onrecord verify' to name the damage, then restore the file from a copy.");
}
