using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Spans of char pass as they are: both sides are UTF-16.
[assembly: DisableRuntimeMarshalling]

namespace CollationTables;

/// <summary>The functions of ICU 72 the generator calls; the names carry the version, so another ICU cannot slip in.</summary>
static partial class Icu
{
    const string I18n = "libicui18n.so.72";
    const string Common = "libicuuc.so.72";

    [LibraryImport(I18n, EntryPoint = "ucol_open_72", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OpenCollator(string locale, ref int status);

    [LibraryImport(I18n, EntryPoint = "ucol_strcoll_72")]
    public static partial int Compare(nint collator, ReadOnlySpan<char> x, int xLength, ReadOnlySpan<char> y, int yLength);

    [LibraryImport(I18n, EntryPoint = "ucol_getSortKey_72")]
    public static partial int SortKey(nint collator, ReadOnlySpan<char> text, int length, Span<byte> key, int capacity);

    [LibraryImport(I18n, EntryPoint = "ucol_openElements_72")]
    public static unsafe partial nint OpenElements(nint collator, char* text, int length, ref int status);

    [LibraryImport(I18n, EntryPoint = "ucol_setText_72")]
    public static unsafe partial void SetText(nint elements, char* text, int length, ref int status);

    [LibraryImport(I18n, EntryPoint = "ucol_next_72")]
    public static partial int Next(nint elements, ref int status);

    [LibraryImport(I18n, EntryPoint = "ucol_getContractionsAndExpansions_72")]
    public static partial void GetContractions(nint collator, nint contractions, nint expansions, byte addPrefixes, ref int status);

    [LibraryImport(Common, EntryPoint = "uset_openEmpty_72")]
    public static partial nint OpenSet();

    [LibraryImport(Common, EntryPoint = "uset_getItemCount_72")]
    public static partial int ItemCount(nint set);

    [LibraryImport(Common, EntryPoint = "uset_getItem_72")]
    public static partial int GetItem(nint set, int index, out int start, out int end, Span<char> text, int capacity, ref int status);

    [LibraryImport(Common, EntryPoint = "unorm2_getNFDInstance_72")]
    public static partial nint CanonicalDecomposer(ref int status);

    [LibraryImport(Common, EntryPoint = "unorm2_getDecomposition_72")]
    public static partial int Decompose(nint normalizer, int codePoint, Span<char> text, int capacity, ref int status);

    [LibraryImport(Common, EntryPoint = "u_getCombiningClass_72")]
    public static partial byte CombiningClass(int codePoint);

    [LibraryImport(Common, EntryPoint = "u_charType_72")]
    public static partial sbyte GeneralCategory(int codePoint);

    /// <summary>Throws when <paramref name="status"/> is an ICU error; warnings are negative and pass.</summary>
    public static void Check(int status)
    {
        if (status > 0) throw new InvalidOperationException($"ICU error {status}.");
    }
}
