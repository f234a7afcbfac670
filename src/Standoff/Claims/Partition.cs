namespace Standoff.Claims;

/// <summary>Disjoint sets over 0 … n − 1; the representative of a set is its smallest member, whatever the order of unions.</summary>
internal sealed class Partition
{
    private readonly int[] _parent;

    public Partition(int count)
    {
        _parent = new int[count];
        for (var i = 0; i < count; i++) _parent[i] = i;
    }

    public int Find(int i)
    {
        while (_parent[i] != i) i = _parent[i] = _parent[_parent[i]];
        return i;
    }

    public void Union(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a < b) _parent[b] = a;
        else _parent[a] = b;
    }
}
