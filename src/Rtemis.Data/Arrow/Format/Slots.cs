namespace Rtemis.Data.Arrow;

// The field numbers of the FlatBuffers tables in Arrow's Message.fbs and Schema.fbs, as given in the Arrow columnar format
// specification (https://arrow.apache.org/docs/format/Columnar.html). A union takes two slots: its type, then its value.

static class MessageSlots
{
    public const int Version = 0, HeaderType = 1, Header = 2, BodyLength = 3;
}

static class SchemaSlots
{
    public const int Endianness = 0, Fields = 1;
    public const int Count = 4;
}

static class FieldSlots
{
    public const int Name = 0, Nullable = 1, TypeType = 2, Type = 3, Dictionary = 4, Children = 5;
    public const int Count = 7;
}

static class DictionaryEncodingSlots
{
    public const int Id = 0, IndexType = 1, Ordered = 2;
    public const int Count = 4;
}

static class IntSlots
{
    public const int BitWidth = 0, IsSigned = 1;
    public const int Count = 2;
}

static class FloatSlots
{
    public const int Precision = 0;
    public const int Count = 1;
}

static class DecimalSlots
{
    public const int Scale = 1, BitWidth = 2;
}

static class DateSlots
{
    public const int Unit = 0;
    public const int Count = 1;
}

static class TimestampSlots
{
    public const int Unit = 0, TimeZone = 1;
    public const int Count = 2;
}

static class RecordBatchSlots
{
    public const int Length = 0, Nodes = 1, Buffers = 2, Compression = 3, VariadicCounts = 4;
    public const int Count = 5;
}

static class BodyCompressionSlots
{
    public const int Codec = 0, Method = 1;
}

static class DictionaryBatchSlots
{
    public const int Id = 0, Data = 1, IsDelta = 2;
    public const int Count = 3;
}
