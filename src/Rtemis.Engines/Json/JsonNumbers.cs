using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Rtemis.Engines;

/// <summary>Numbers in documents: full precision, null where JSON has no word for them. Long columns go in as they are, without a node a number.</summary>
static class JsonNumbers
{
    static readonly JsonSerializerOptions Options =
        new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), Converters = { new DoubleConverter(), new IntConverter() } };

    /// <summary>A number, or null where it is not finite.</summary>
    public static JsonNode? Scalar(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>A list of numbers.</summary>
    public static JsonNode? List(ReadOnlyMemory<double> values) =>
        JsonValue.Create(values, (JsonTypeInfo<ReadOnlyMemory<double>>)Options.GetTypeInfo(typeof(ReadOnlyMemory<double>)));

    /// <summary>A list of whole numbers.</summary>
    public static JsonNode? List(ReadOnlyMemory<int> values) =>
        JsonValue.Create(values, (JsonTypeInfo<ReadOnlyMemory<int>>)Options.GetTypeInfo(typeof(ReadOnlyMemory<int>)));

    sealed class DoubleConverter : JsonConverter<ReadOnlyMemory<double>>
    {
        public override ReadOnlyMemory<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Documents are only written.");

        public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<double> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var number in value.Span)
                if (double.IsFinite(number)) writer.WriteNumberValue(number);
                else writer.WriteNullValue();
            writer.WriteEndArray();
        }
    }

    sealed class IntConverter : JsonConverter<ReadOnlyMemory<int>>
    {
        public override ReadOnlyMemory<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Documents are only written.");

        public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<int> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var number in value.Span) writer.WriteNumberValue(number);
            writer.WriteEndArray();
        }
    }
}
