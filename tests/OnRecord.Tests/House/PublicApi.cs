using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace OnRecord.Tests.House;

/// <summary>Writes the public surface of an assembly as a page, in a fixed order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    private static readonly string[] OfRecords = ["<Clone>$", "Equals", "GetHashCode", "ToString", "Deconstruct", "PrintMembers", "op_Equality", "op_Inequality", "get_EqualityContract", "EqualityContract"];

    /// <summary>The page: a heading a namespace, a block a type, a line a member.</summary>
    public static string Describe(Assembly assembly)
    {
        var page = new StringBuilder("# Public surface\n\nWritten by a test from the compiled library: what other programs can call. A change here is a change of contract.\nWrite it again with `ONRECORD_ACCEPT=1 ./test`.\n");
        foreach (var space in assembly.GetExportedTypes().GroupBy(t => t.Namespace ?? "").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            page.Append("\n## ").Append(space.Key).Append("\n```csharp\n");
            foreach (var type in space.OrderBy(t => t.FullName, StringComparer.Ordinal))
            {
                Write(page, type);
            }
            page.Append("```\n");
        }
        return page.ToString();
    }

    private static void Write(StringBuilder page, Type type)
    {
        if (type.IsEnum)
        {
            page.Append("enum ").Append(Name(type)).Append(" { ").AppendJoin(", ", Enum.GetNames(type)).Append(" }\n");
            return;
        }
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            page.Append("delegate ").Append(Name(invoke.ReturnType)).Append(' ').Append(Name(type)).Append(Parameters(invoke)).Append('\n');
            return;
        }
        var record = type.GetMethod("PrintMembers", Declared) is not null;
        var word = (type.IsInterface, type.IsValueType, record) switch
        {
            (true, _, _) => "interface",
            (_, true, true) => "record struct",
            (_, true, _) => "struct",
            (_, _, true) => "record",
            _ => "class",
        };
        var kind = type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract && !type.IsInterface ? "abstract " : type.IsSealed || type.IsInterface ? "" : "open ";
        page.Append(kind).Append(word).Append(' ').Append(Name(type)).Append('\n');
        var members = type.GetMembers(Declared).Where(IsPublic).Select(m => (m.Name, Line: Line(m)))
            .Where(m => m.Line is not null && !(record && OfRecords.Contains(m.Name)))
            .OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Line, StringComparer.Ordinal);
        foreach (var (_, line) in members)
        {
            page.Append("    ").Append(line).Append('\n');
        }
    }

    private static bool IsPublic(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily,
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsPublic),
        _ => false,
    };

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo { DeclaringType: { } type } constructor when !IsCopy(constructor) => "new " + Name(type) + Parameters(constructor),
        MethodInfo { IsSpecialName: false } method when !method.IsDefined(typeof(CompilerGeneratedAttribute)) => Static(method.IsStatic) + Name(method.ReturnType) + " " + method.Name + Generic(method) + Parameters(method),
        MethodInfo { IsSpecialName: true } method when method.Name.StartsWith("op_", StringComparison.Ordinal) => Name(method.ReturnType) + " " + method.Name + Parameters(method),
        PropertyInfo property => Static(property.GetAccessors(nonPublic: true)[0].IsStatic) + Name(property.PropertyType) + " " + property.Name + Index(property) + Accessors(property),
        FieldInfo { IsLiteral: true } field => $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => Static(field.IsStatic) + Name(field.FieldType) + " " + field.Name,
        _ => null,
    };

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ ParameterType: var only }] && only == constructor.DeclaringType;

    private static string Static(bool yes) => yes ? "static " : "";

    private static string Accessors(PropertyInfo property)
    {
        var set = property.SetMethod is not { IsPublic: true } setter ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        return " {" + (property.GetMethod is { IsPublic: true } ? " get;" : "") + set + " }";
    }

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? "[" + string.Join(", ", index.Select(i => Name(i.ParameterType) + " " + i.Name)) + "]" : "";

    private static string Generic(MethodInfo method) => method.IsGenericMethod ? "<" + string.Join(", ", method.GetGenericArguments().Select(a => a.Name)) + ">" : "";

    private static string Parameters(MethodBase method) => "(" + string.Join(", ", method.GetParameters().Select(p =>
        (p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : "") + Name(p.ParameterType) + " " + p.Name + (p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : ""))) + ")";

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }
        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }
        var name = type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." + type.Name : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick] + "<" + string.Join(", ", type.GetGenericArguments().Select(Name)) + ">";
    }
}
