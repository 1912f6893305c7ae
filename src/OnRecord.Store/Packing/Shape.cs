using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using OnRecord.Text;

namespace OnRecord.Store.Packing;

/// <summary>How the values of one type are packed. Records are taken property by property, as they are declared, so that a new property is packed with the others.</summary>
/// <param name="Name">What the type looks like, for the form of a pack.</param>
/// <param name="Write">Packs a value.</param>
/// <param name="Read">Unpacks a value.</param>
internal sealed record Shape(string Name, Action<PackWriter, object?> Write, Func<PackReader, object?> Read)
{
    /// <summary>The shape of a type: a record, or what records are made of.</summary>
    public static Shape Of(Type type)
    {
        if (type == typeof(string))
        {
            return new Shape("s", (w, v) => w.Text((string?)v), r => r.Text());
        }
        if (type == typeof(double))
        {
            return new Shape("d", (w, v) => w.Fraction((double)v!), r => r.Fraction());
        }
        if (type == typeof(bool))
        {
            return new Shape("b", (w, v) => w.Number((bool)v! ? 1 : 0), r => r.Number() != 0);
        }
        if (type == typeof(decimal))
        {
            // As text, so that no digit is lost: 2.0 stays 2.0.
            return new Shape("m", (w, v) => w.Text(((decimal)v!).ToString(CultureInfo.InvariantCulture)),
                r => decimal.TryParse(r.Text(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidDataException("no decimal number"));
        }
        if (type == typeof(Span))
        {
            return new Shape("p", (w, v) => WriteSpan(w, (Span)v!), r => ReadSpan(r));
        }
        if (type.IsEnum)
        {
            return new Shape($"e:{string.Join(',', Enum.GetNames(type))}", (w, v) => w.Number((int)v!), r => Enum.ToObject(type, r.Number()));
        }
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Optional(Of(inner));
        }
        if (type == typeof(IReadOnlyList<Span>))
        {
            return new Shape("p[]", WriteSpans, ReadSpans);
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return ListOf(type.GetGenericArguments()[0]);
        }
        if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            return new Shape("s{}", WriteNames, ReadNames);
        }
        return type.IsClass ? Optional(RecordOf(type)) : throw new NotSupportedException($"A {type} cannot be packed.");
    }

    private static Shape Optional(Shape inner) => new(
        inner.Name + "?",
        (w, v) =>
        {
            w.Number(v is null ? 0 : 1);
            if (v is not null)
            {
                inner.Write(w, v);
            }
        },
        r => r.Number() == 0 ? null : inner.Read(r));

    private static Shape RecordOf(Type type)
    {
        var parts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null)
            .Select(p => (Get: MethodInvoker.Create(p.GetMethod!), Set: MethodInvoker.Create(p.SetMethod!), Shape: Of(p.PropertyType), p.Name)).ToArray();
        return new Shape(
            $"{type.Name}({string.Join(' ', parts.Select(p => $"{p.Name}:{p.Shape.Name}"))})",
            (w, v) =>
            {
                foreach (var part in parts)
                {
                    part.Shape.Write(w, part.Get.Invoke(v));
                }
            },
            r =>
            {
                // All properties are set, so no constructor needs to run.
                var made = RuntimeHelpers.GetUninitializedObject(type);
                foreach (var part in parts)
                {
                    part.Set.Invoke(made, part.Shape.Read(r));
                }
                return made;
            });
    }

    private static Shape ListOf(Type type)
    {
        var item = Of(type);
        var empty = Array.CreateInstance(type, 0);
        return new Shape(
            item.Name + "[]",
            (w, v) =>
            {
                var list = (System.Collections.IEnumerable)v!;
                var items = list.Cast<object?>().ToList();
                w.Number(items.Count);
                items.ForEach(i => item.Write(w, i));
            },
            r =>
            {
                var count = r.Count();
                if (count == 0)
                {
                    return empty;
                }
                var list = Array.CreateInstance(type, count);
                var items = list as object?[];
                for (var i = 0; i < count; i++)
                {
                    var value = item.Read(r);
                    if (items is not null)
                    {
                        items[i] = value;
                    }
                    else
                    {
                        list.SetValue(value, i);
                    }
                }
                return list;
            });
    }

    private static void WriteSpan(PackWriter writer, Span span)
    {
        writer.Number(span.Start);
        writer.Number(span.Length);
    }

    private static Span ReadSpan(PackReader reader)
    {
        var (start, length) = (reader.Number(), reader.Number());
        return start >= 0 && length >= 0 && length <= int.MaxValue - start ? new Span(start, start + length) : throw new InvalidDataException("no range");
    }

    private static void WriteSpans(PackWriter writer, object? value)
    {
        var spans = (IReadOnlyList<Span>)value!;
        writer.Number(spans.Count);
        foreach (var span in spans)
        {
            WriteSpan(writer, span);
        }
    }

    private static object ReadSpans(PackReader reader)
    {
        var count = reader.Count();
        var spans = count == 0 ? [] : new Span[count];
        for (var i = 0; i < count; i++)
        {
            spans[i] = ReadSpan(reader);
        }
        return spans;
    }

    private static void WriteNames(PackWriter writer, object? value)
    {
        var names = ((IReadOnlyDictionary<string, string>)value!).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        writer.Number(names.Count);
        foreach (var (name, text) in names)
        {
            writer.Text(name);
            writer.Text(text);
        }
    }

    private static object ReadNames(PackReader reader)
    {
        var count = reader.Count();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            names[reader.Text() ?? ""] = reader.Text() ?? "";
        }
        return names;
    }
}
