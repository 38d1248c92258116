using System.Globalization;
using System.Text;

namespace Rtemis.Data.Tests.RData;

/// <summary>
/// An object as R code that builds it, and, since doubles are told by their bits, as the text by which tests compare two objects.
/// <c>.a(x, list(...))</c> stands for x with those attributes, <c>.d("hex", ...)</c> for doubles of those bits.
/// </summary>
static class RCode
{
    public static string Of(RObject value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    static void Append(StringBuilder text, RObject value)
    {
        if (value.Attributes.Count > 0) text.Append(".a(");
        AppendElements(text, value);
        if (value.Attributes.Count == 0) return;
        text.Append(", list(");
        Join(text, value.Attributes, a => { text.Append(Quoted(a.Name)).Append('='); Append(text, a.Value); });
        text.Append("))");
    }

    static void AppendElements(StringBuilder text, RObject value)
    {
        switch (value)
        {
            case RNull:
                text.Append("NULL");
                break;
            case RSymbol symbol:
                text.Append("as.name(").Append(Quoted(symbol.Name)).Append(')');
                break;
            case RLogical flags:
                Vector(text, "logical()", "c(", flags.Values.ToArray(), v => v == RMissing.Integer ? "NA" : v != 0 ? "TRUE" : "FALSE");
                break;
            case RInteger numbers:
                Vector(text, "integer()", "c(", numbers.Values.ToArray(),
                    v => v == RMissing.Integer ? "NA_integer_" : $"{v.ToString(CultureInfo.InvariantCulture)}L");
                break;
            case RDouble numbers:
                Vector(text, "numeric()", ".d(", numbers.Values.ToArray(), v => $"\"{BitConverter.DoubleToUInt64Bits(v):x16}\"");
                break;
            case RRaw bytes:
                text.Append("as.raw(");
                Vector(text, "integer()", "c(", bytes.Values.ToArray(), v => v.ToString(CultureInfo.InvariantCulture));
                text.Append(')');
                break;
            case RCharacter texts:
                Vector(text, "character()", "c(", texts.Values.ToArray(), v => v is null ? "NA_character_" : Quoted(v));
                break;
            case RList list:
                text.Append("list(");
                Join(text, list.Values, v => Append(text, v));
                text.Append(')');
                break;
            case RPairlist pairs:
                text.Append("pairlist(");
                Join(text, pairs.Tags.Zip(pairs.Values), p =>
                {
                    if (p.First is not null) text.Append(Quoted(p.First)).Append('=');
                    Append(text, p.Second);
                });
                text.Append(')');
                break;
            default:
                throw new InvalidOperationException(value.TypeName);
        }
    }

    static void Vector<T>(StringBuilder text, string empty, string open, T[] values, Func<T, string> element)
    {
        if (values.Length == 0) text.Append(empty);
        else text.Append(open).AppendJoin(',', values.Select(element)).Append(')');
    }

    static void Join<T>(StringBuilder text, IEnumerable<T> items, Action<T> append)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(", ");
            first = false;
            append(item);
        }
    }

    static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && rune.Value >= ' ' && rune.Value is not ('"' or '\\')) quoted.Append((char)rune.Value);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\U{{{rune.Value:x}}}");
        }
        return quoted.Append('"').ToString();
    }
}
