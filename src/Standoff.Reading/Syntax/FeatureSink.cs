namespace Standoff.Reading.Syntax;

/// <summary>Writes features one after the other; a template's number is its place.</summary>
internal ref struct FeatureSink(Span<ulong> features)
{
    private readonly Span<ulong> _features = features;

    public int Count { get; private set; }

    public void Add(uint a) => Put(FeatureHash.Feature((uint)Count, a));

    public void Add(uint a, uint b) => Put(FeatureHash.Feature((uint)Count, a, b));

    public void Add(uint a, uint b, uint c) => Put(FeatureHash.Feature((uint)Count, a, FeatureHash.Join(b, c)));

    public void Add(uint a, uint b, uint c, uint d) => Put(FeatureHash.Feature((uint)Count, FeatureHash.Join(a, b), FeatureHash.Join(c, d)));

    private void Put(ulong feature) => _features[Count++] = feature;
}
