namespace Rtemis.Data.Arrow;

/// <summary>What a message carries: the members of the union <c>MessageHeader</c> that a stream may hold.</summary>
enum MessageHeader : byte
{
    Schema = 1,
    DictionaryBatch = 2,
    RecordBatch = 3,
}
