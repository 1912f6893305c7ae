using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace OnRecord.Reading;

/// <summary>
/// Takes the characters out of JSON strings also where they are damaged: half a surrogate pair (<c>"\ud800 said"</c>) or
/// bytes that are not UTF-8, for which the library's own methods throw. Each such place becomes U+FFFD.
/// </summary>
internal static class JsonStrings
{
    /// <summary>The string's characters, and whether some of them had to be replaced.</summary>
    public static (string Text, bool Damaged) Read(JsonElement element)
    {
        try
        {
            return (element.GetString()!, false);
        }
        catch (InvalidOperationException)
        {
            return (Unescape(JsonMarshal.GetRawUtf8Value(element)[1..^1]), true);
        }
    }

    /// <summary>Finds a field by name; the last one where the name stands twice. A neighbour's name may be damaged.</summary>
    public static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            value = default;
            var found = false;
            foreach (var property in element.EnumerateObject())
            {
                if (JsonMarshal.GetRawUtf8PropertyName(property).SequenceEqual(Encoding.UTF8.GetBytes(name)))
                {
                    value = property.Value;
                    found = true;
                }
            }
            return found;
        }
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var source = Encoding.UTF8.GetString(raw);
        var text = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\' || i + 1 >= source.Length)
            {
                text.Append(source[i]);
                continue;
            }
            i++;
            if (source[i] == 'u' && i + 4 < source.Length)
            {
                text.Append((char)ushort.Parse(source.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }
            text.Append(source[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                var other => other,
            });
        }
        return Whole(text.ToString());
    }

    // Half pairs become U+FFFD: they have no UTF-8 form, so no hash and no span could be given for them.
    private static string Whole(string text)
    {
        var whole = text.ToCharArray();
        for (var i = 0; i < whole.Length; i++)
        {
            if (char.IsHighSurrogate(whole[i]) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(whole[i]))
            {
                whole[i] = '\uFFFD';
            }
        }
        return new string(whole);
    }
}
