using System.Runtime.InteropServices;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>A model over weights that were made or loaded just now.</summary>
internal sealed unsafe class MemoryModel : IDisposable
{
    private readonly byte* _memory;

    public MemoryModel(byte[] file)
    {
        _memory = (byte*)NativeMemory.Alloc((nuint)file.Length);
        Marshal.Copy(file, 0, (nint)_memory, file.Length);
        Model = new SyntaxModel(Stream.Null, _memory);
    }

    public MemoryModel(TagSet tags, byte[] classes, byte[] tagger, byte[] parser)
        : this(WeightWriter.File([.. tags.Names], classes, tagger, parser))
    {
    }

    public SyntaxModel Model { get; }

    public void Dispose() => NativeMemory.Free(_memory);
}
