using System.Text;

namespace Rtemis.Data.RData;

/// <summary>Writes objects one after the other; a symbol is written once and referred to from then on.</summary>
sealed class ObjectWriter(ByteSink sink)
{
    readonly Dictionary<string, int> _symbols = [];

    public void WriteHeader(RFormat format)
    {
        sink.WriteBytes(format == RFormat.Xdr ? "X\n"u8 : "B\n"u8);
        sink.WriteInt(StreamVersions.Newest);
        sink.WriteInt(StreamVersions.FirstReader);
        sink.WriteInt(StreamVersions.FirstReader);
        sink.WriteInt(StreamVersions.Encoding.Length);
        sink.WriteBytes(Encoding.ASCII.GetBytes(StreamVersions.Encoding));
    }

    public void Write(RObject value, int depth = 0)
    {
        if (depth > StreamVersions.DeepestNesting)
            throw new ArgumentException($"The object is nested deeper than {StreamVersions.DeepestNesting} levels.", nameof(value));
        switch (value)
        {
            case RNull:
                sink.WriteInt(ItemFlags.Of(ItemType.NullValue).Word);
                return;
            case RSymbol symbol:
                WriteSymbol(symbol.Name);
                return;
            case RPairlist pairs:
                WritePairlist(pairs, depth);
                return;
            default:
                WriteFlags(value);
                WriteElements(value, depth);
                if (value.Attributes.Count > 0) WriteAttributes(value.Attributes, depth);
                return;
        }
    }

    void WriteElements(RObject value, int depth)
    {
        switch (value)
        {
            case RVector<int> numbers:
                WriteVector(numbers);
                break;
            case RDouble numbers:
                WriteVector(numbers);
                break;
            case RRaw bytes:
                WriteVector(bytes);
                break;
            case RCharacter texts:
                sink.WriteInt(texts.Length);
                foreach (var text in texts.Values.Span) TextEncoder.Write(text, sink);
                break;
            case RList list:
                sink.WriteInt(list.Values.Count);
                foreach (var element in list.Values) Write(element, depth + 1);
                break;
            default:
                throw new ArgumentException($"A {value.TypeName} is not written.", nameof(value));
        }
    }

    void WriteVector<T>(RVector<T> vector)
        where T : unmanaged
    {
        sink.WriteInt(vector.Length);
        sink.WriteValues(vector.Source);
    }

    void WriteFlags(RObject value, bool hasTag = false) =>
        sink.WriteInt(ItemFlags.Of(value.Code, value.Attribute("class") is not null, value.Attributes.Count > 0, hasTag).Word);

    void WriteSymbol(string name)
    {
        if (_symbols.TryGetValue(name, out var position))
        {
            sink.WriteInt(ItemFlags.ToReference(position).Word);
            return;
        }
        _symbols.Add(name, _symbols.Count + 1);
        sink.WriteInt(ItemFlags.Of(ItemType.Symbol).Word);
        TextEncoder.Write(name, sink);
    }

    // The attributes of a pairlist come before its first element, not after the last.
    void WritePairlist(RPairlist pairs, int depth)
    {
        for (var i = 0; i < pairs.Values.Count; i++)
        {
            var tag = pairs.Tags[i];
            if (i == 0) WriteFlags(pairs, tag is not null);
            else sink.WriteInt(ItemFlags.Of(ItemType.Pairlist, hasTag: tag is not null).Word);
            if (i == 0 && pairs.Attributes.Count > 0) WriteAttributes(pairs.Attributes, depth);
            if (tag is not null) WriteSymbol(tag);
            Write(pairs.Values[i], depth + 1);
        }
        sink.WriteInt(ItemFlags.Of(ItemType.NullValue).Word);
    }

    void WriteAttributes(IReadOnlyList<RAttributeValue> attributes, int depth)
    {
        foreach (var (name, value) in attributes)
        {
            sink.WriteInt(ItemFlags.Of(ItemType.Pairlist, hasTag: true).Word);
            WriteSymbol(name);
            Write(value, depth + 1);
        }
        sink.WriteInt(ItemFlags.Of(ItemType.NullValue).Word);
    }
}
