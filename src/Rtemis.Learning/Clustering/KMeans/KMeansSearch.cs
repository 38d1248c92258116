using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>One search for centers from given starts: cases go to the nearest center, and centers to the middle of their cases, in turn.</summary>
sealed class KMeansSearch
{
    // Sums are made for each chunk, so that their order does not depend on threads; distances for a block, which stays in the first cache.
    const int ChunkRows = 8192;
    const int BlockRows = 512;

    readonly NumericFrame _data;
    readonly MedianCenters? _medians;
    readonly RunContext _context;
    readonly Chunk[] _chunks;
    readonly int[] _labels;

    /// <param name="data">The cases.</param>
    /// <param name="starts">The cases that are the first centers.</param>
    /// <param name="medians">Finds the centers by medians, for Manhattan distances; null takes means, for Euclidean ones.</param>
    /// <param name="context">The run.</param>
    public KMeansSearch(NumericFrame data, int[] starts, MedianCenters? medians, RunContext context)
    {
        _data = data;
        _medians = medians;
        _context = context;
        _labels = new int[data.Rows];
        Counts = new int[starts.Length];
        Centers = Array.ConvertAll(starts, row => Enumerable.Range(0, data.Columns).Select(c => data.Column(c)[row]).ToArray());
        _chunks = new Chunk[WorkSplit.Chunks(data.Rows, ChunkRows)];
        for (var i = 0; i < _chunks.Length; i++) _chunks[i] = new Chunk(starts.Length, data.Columns);
    }

    /// <summary>The centers' coordinates; NaN for one that lost all its cases.</summary>
    public double[][] Centers { get; }

    /// <summary>The number of cases of each center.</summary>
    public int[] Counts { get; }

    /// <summary>The sum of the cases' distances from their centers (squared, if Euclidean) in the last pass.</summary>
    public double Objective { get; private set; }

    /// <summary>Whether no case changed its center in the last pass.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Makes passes until nothing changes.</summary>
    public void Run(int mostPasses)
    {
        for (var pass = 0; pass < mostPasses && !IsSettled; pass++)
        {
            _context.Work.ForChunks(_data.Rows, ChunkRows, (chunk, start, end) => Assign(_chunks[chunk], start, end));
            IsSettled = _chunks.All(c => c.Changed == 0);
            Objective = _chunks.Sum(c => c.Distance);
            for (var k = 0; k < Counts.Length; k++) Counts[k] = _chunks.Sum(c => c.Counts[k]);
            if (_medians is not null) _medians.Find(_labels, Counts, Centers, _context.Work);
            else TakeMeans();
        }
    }

    void Assign(Chunk chunk, int start, int end)
    {
        Span<double> least = stackalloc double[BlockRows];
        Span<double> labels = stackalloc double[BlockRows];
        Span<double> distances = stackalloc double[BlockRows];
        Span<double> scratch = stackalloc double[BlockRows];
        chunk.Clear();
        for (var row = start; row < end; row += BlockRows)
        {
            var count = Math.Min(BlockRows, end - row);
            least[..count].Fill(double.PositiveInfinity);
            labels[..count].Clear();
            for (var k = 0; k < Centers.Length; k++)
            {
                CenterDistance.Measure(_data, row, Centers[k], _medians is not null, distances[..count], scratch);
                CenterDistance.Improve(distances[..count], k, least[..count], labels[..count]);
            }
            Tally(chunk, row, labels[..count]);
            chunk.Distance += TensorPrimitives.Sum<double>(least[..count]);
        }
    }

    void Tally(Chunk chunk, int start, ReadOnlySpan<double> labels)
    {
        var settled = _labels.AsSpan(start, labels.Length);
        for (var i = 0; i < labels.Length; i++)
        {
            var label = (int)labels[i];
            chunk.Counts[label]++;
            if (settled[i] == label) continue;
            settled[i] = label;
            chunk.Changed++;
        }
        if (_medians is not null) return;
        for (var c = 0; c < _data.Columns; c++)
        {
            var values = _data.Column(c).Slice(start, labels.Length);
            var sums = chunk.Sums.Column(c);
            for (var i = 0; i < values.Length; i++) sums[settled[i]] += values[i];
        }
    }

    void TakeMeans()
    {
        for (var k = 0; k < Centers.Length; k++)
            for (var c = 0; c < _data.Columns; c++) Centers[k][c] = _chunks.Sum(chunk => chunk.Sums[k, c]) / Counts[k];
    }

    sealed class Chunk(int centers, int columns)
    {
        public Matrix Sums { get; } = new(centers, columns);

        public int[] Counts { get; } = new int[centers];

        public int Changed { get; set; }

        public double Distance { get; set; }

        public void Clear()
        {
            Array.Clear(Sums.Values);
            Array.Clear(Counts);
            (Changed, Distance) = (0, 0);
        }
    }
}
