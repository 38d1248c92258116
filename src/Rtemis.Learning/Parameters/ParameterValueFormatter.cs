using MemoryPack;

namespace Rtemis.Learning.Parameters;

/// <summary>How a value is kept in a file: a tag for its kind, then what it holds.</summary>
sealed class ParameterValueFormatter : MemoryPackFormatter<ParameterValue>
{
    enum Tag : byte
    {
        None,
        Logical,
        Integer,
        Number,
        Text,
        Vector,
        Map,
    }

    /// <inheritdoc/>
    public override void Serialize<TBufferWriter>(ref MemoryPackWriter<TBufferWriter> writer, scoped ref ParameterValue? value)
    {
        switch (value)
        {
            case null or ParameterValue.None:
                writer.WriteUnmanaged(Tag.None);
                break;
            case ParameterValue.Logical logical:
                writer.WriteUnmanaged(Tag.Logical, logical.Value);
                break;
            case ParameterValue.Integer integer:
                writer.WriteUnmanaged(Tag.Integer, integer.Value);
                break;
            case ParameterValue.Number number:
                writer.WriteUnmanaged(Tag.Number, number.Value);
                break;
            case ParameterValue.Text text:
                writer.WriteUnmanaged(Tag.Text);
                writer.WriteString(text.Value);
                break;
            case ParameterValue.Vector vector:
                writer.WriteUnmanaged(Tag.Vector);
                writer.WriteValue(vector.Items.ToArray());
                break;
            case ParameterValue.Map map:
                writer.WriteUnmanaged(Tag.Map);
                writer.WriteValue(map.Items.ToArray());
                break;
            default:
                throw new NotSupportedException($"{value.Kind} is settled before anything is kept.");
        }
    }

    /// <inheritdoc/>
    public override void Deserialize(ref MemoryPackReader reader, scoped ref ParameterValue? value)
    {
        reader.ReadUnmanaged(out Tag tag);
        value = tag switch
        {
            Tag.None => ParameterValue.Null,
            Tag.Logical => new ParameterValue.Logical(reader.ReadUnmanaged<bool>()),
            Tag.Integer => new ParameterValue.Integer(reader.ReadUnmanaged<int>()),
            Tag.Number => new ParameterValue.Number(reader.ReadUnmanaged<double>()),
            Tag.Text => new ParameterValue.Text(reader.ReadString()!),
            Tag.Vector => new ParameterValue.Vector(reader.ReadValue<ParameterValue[]>()!),
            Tag.Map => new ParameterValue.Map(reader.ReadValue<KeyValuePair<string, ParameterValue>[]>()!),
            _ => throw new MemoryPackSerializationException($"No parameter value has the tag {(byte)tag}."),
        };
    }
}
