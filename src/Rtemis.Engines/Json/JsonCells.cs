using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rtemis.Data;

namespace Rtemis.Engines;

/// <summary>Cells in documents: full precision, null where JSON has no word for them. Columns go in as they are, without a node a cell.</summary>
static class JsonCells
{
    static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters =
        {
            new ListConverter<ReadOnlyMemory<double>>(WriteNumbers), new ListConverter<ReadOnlyMemory<int>>(WriteIntegers),
            new ListConverter<LabelColumn>(WriteLabels), new ListConverter<RowList>(WriteRows), new ListConverter<Column>(WriteColumn),
        },
    };

    /// <summary>A number, or null where it is not finite.</summary>
    public static JsonNode? Scalar(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>A list of numbers.</summary>
    public static JsonNode? List(ReadOnlyMemory<double> values) => Wrap(values);

    /// <summary>A list of whole numbers.</summary>
    public static JsonNode? List(ReadOnlyMemory<int> values) => Wrap(values);

    /// <summary>A list of labels.</summary>
    /// <param name="codes">0-based positions in the levels, none missing.</param>
    /// <param name="levels">The labels.</param>
    public static JsonNode? Labels(ReadOnlyMemory<int> codes, IReadOnlyList<string> levels) => Wrap(new LabelColumn(codes, levels));

    /// <summary>A column's only cell.</summary>
    public static JsonNode? Scalar(Column column) => JsonNode.Parse(List(column)!.ToJsonString())![0]?.DeepClone();

    /// <summary>A list of a column's cells.</summary>
    public static JsonNode? List(Column column) => Wrap(column);

    /// <summary>A list of objects, one a row, with a member a column.</summary>
    public static JsonNode? Rows(IReadOnlyList<Column> columns) => Wrap(new RowList(columns));

    static JsonValue? Wrap<T>(T values) => JsonValue.Create(values, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    static void WriteNumbers(Utf8JsonWriter writer, ReadOnlyMemory<double> values)
    {
        foreach (var value in values.Span)
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
    }

    static void WriteIntegers(Utf8JsonWriter writer, ReadOnlyMemory<int> values)
    {
        foreach (var value in values.Span) writer.WriteNumberValue(value);
    }

    static void WriteLabels(Utf8JsonWriter writer, LabelColumn values)
    {
        foreach (var code in values.Codes.Span) writer.WriteStringValue(values.Levels[code]);
    }

    static void WriteRows(Utf8JsonWriter writer, RowList rows)
    {
        var names = rows.Columns.Select(c => JsonEncodedText.Encode(c.Name)).ToArray();
        for (var row = 0; row < rows.Columns[0].Length; row++)
        {
            writer.WriteStartObject();
            for (var i = 0; i < names.Length; i++)
            {
                writer.WritePropertyName(names[i]);
                WriteCell(writer, rows.Columns[i], row);
            }
            writer.WriteEndObject();
        }
    }

    static void WriteColumn(Utf8JsonWriter writer, Column column)
    {
        for (var row = 0; row < column.Length; row++) WriteCell(writer, column, row);
    }

    static void WriteCell(Utf8JsonWriter writer, Column column, int row)
    {
        if (column.IsMissing(row))
        {
            writer.WriteNullValue();
            return;
        }
        switch (column)
        {
            case FactorColumn factor:
                writer.WriteStringValue(factor.Levels[factor.Codes.Span[row]]);
                break;
            case TextColumn texts:
                writer.WriteStringValue(texts.Values.Span[row]);
                break;
            case IntegerColumn integers:
                writer.WriteNumberValue(integers.Values.Span[row]);
                break;
            case LogicalColumn flags:
                writer.WriteBooleanValue(flags.Values[row]);
                break;
            case DoubleColumn doubles when double.IsFinite(doubles.Values.Span[row]):
                writer.WriteNumberValue(doubles.Values.Span[row]);
                break;
            case DateColumn dates:
                writer.WriteStringValue(Day(dates.Values.Span[row]));
                break;
            case DateTimeColumn times:
                writer.WriteStringValue(Moment(times.Values.Span[row]));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    // Days and seconds from 1970, also those that .NET has no date for.
    static string Day(int days) => Math.Abs(days) < 700_000
        ? DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : days.ToString(CultureInfo.InvariantCulture);

    static string Moment(double seconds) => Math.Abs(seconds) < 6e10
        ? DateTime.UnixEpoch.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : seconds.ToString(CultureInfo.InvariantCulture);

    readonly record struct RowList(IReadOnlyList<Column> Columns);

    readonly record struct LabelColumn(ReadOnlyMemory<int> Codes, IReadOnlyList<string> Levels);

    sealed class ListConverter<T>(Action<Utf8JsonWriter, T> writeItems) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Documents are only written.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writeItems(writer, value);
            writer.WriteEndArray();
        }
    }
}
