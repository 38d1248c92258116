namespace Rtemis.Data.RData;

/// <summary>The word that an item begins with: its type, what comes with it, and bits of its own.</summary>
readonly record struct ItemFlags(int Word)
{
    const int ObjectBit = 1 << 8, AttributesBit = 1 << 9, TagBit = 1 << 10, LevelsShift = 12, ReferenceShift = 8;

    public ItemType Type => (ItemType)(Word & 0xFF);

    public bool HasAttributes => (Word & AttributesBit) != 0;

    public bool HasTag => (Word & TagBit) != 0;

    /// <summary>The position of the symbol that a <see cref="ItemType.Reference"/> means, from 1, or 0 where the next word tells it.</summary>
    public int Reference => (int)((uint)Word >> ReferenceShift);

    public StringFlags String => (StringFlags)(Word >> LevelsShift);

    public bool IsS4 => (Word >> LevelsShift & 1 << 4) != 0;

    public static ItemFlags Of(ItemType type, bool isObject = false, bool hasAttributes = false, bool hasTag = false) =>
        new((int)type | (isObject ? ObjectBit : 0) | (hasAttributes ? AttributesBit : 0) | (hasTag ? TagBit : 0));

    public static ItemFlags Of(StringFlags flags) => new((int)ItemType.String | (int)flags << LevelsShift);

    public static ItemFlags ToReference(int position) => new((int)ItemType.Reference | position << ReferenceShift);
}
