"""Photos as phones make them, with everything planted in them that must not go out. Nothing of a person is in them but what is made up here."""

import io
import struct
import zlib

from PIL import Image, ImageCms, PngImagePlugin

# Looked for in every byte that is published. The place also as EXIF holds it: degrees, minutes and seconds by 1.
OWNER, DEVICE, SERIAL, PLACE = "PLANTEDOWNER", "PLANTEDDEVICE", "PLANTEDSERIAL", "36.6517N"
SECRETS = [word.encode() for word in (OWNER, DEVICE, SERIAL, PLACE)] + ["GPSLatitude".encode(), OWNER.encode("utf-16-le"), b"PLANTED"]
FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}

XMP = (f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description exif:GPSLatitude="{PLACE}" aux:SerialNumber="{SERIAL}">'
       f"<dc:creator><rdf:Seq><rdf:li>{OWNER}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>").encode()
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", 5 + len(OWNER)) + b"\x1c\x02\x50" + struct.pack(">H", len(OWNER)) + OWNER.encode()
TRAILER = b"\x00\x00\x00\x18ftypmp42" + f"{DEVICE} {PLACE}".encode() * 20


def colours(width=900, height=600, alpha=False):
    """Many colours, so that it is no drawing."""
    image = Image.merge("RGB", (
        Image.linear_gradient("L").resize((width, height)), Image.radial_gradient("L").resize((width, height)),
        Image.linear_gradient("L").rotate(90).resize((width, height))))
    if alpha:
        image.putalpha(Image.radial_gradient("L").resize((width, height)))
    return image


def exif(orientation=1, position=True):
    made = Image.Exif()
    made[0x0112], made[0x010F], made[0x0110], made[0x013B], made[0x8298] = orientation, "PLANTED", DEVICE, OWNER, OWNER
    made[0x9C9D] = OWNER.encode("utf-16-le")
    made.get_ifd(0x8769).update({0xA430: OWNER, 0xA431: SERIAL, 0x9286: b"ASCII\0\0\0" + PLACE.encode(), 0x927C: SERIAL.encode() * 4})
    if position:
        made.get_ifd(0x8825).update({1: "N", 2: (36.0, 39.0, 6.0), 3: "E", 4: (117.0, 7.0, 12.0)})
    return made


def thumbnail():
    """EXIF of a camera, with a picture in it that has EXIF of its own."""
    small = io.BytesIO()
    colours(160, 120).save(small, "JPEG", exif=exif(), comment=OWNER.encode())
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 0) + struct.pack("<I", 14)
    tiff += struct.pack("<H", 2) + struct.pack("<HHII", 0x0201, 4, 1, 44) + struct.pack("<HHII", 0x0202, 4, 1, len(small.getvalue()))
    return b"Exif\0\0" + tiff.ljust(44, b"\0") + small.getvalue()


def profile():
    """sRGB under the name of somebody's screen."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = data.find("sRGB".encode("utf-16-be"))
    return bytes(data[:at] + OWNER[:4].encode("utf-16-be") + data[at + 8:]) + OWNER.encode()


def segment(mark, data):
    return bytes([0xFF, mark]) + struct.pack(">H", len(data) + 2) + data


def jpeg(image, orientation=1, position=True, **options):
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90, exif=exif(orientation, position), icc_profile=profile(), comment=OWNER.encode(), **options)
    data = out.getvalue()
    more = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP) + segment(0xED, IPTC) + segment(0xE1, thumbnail()) + segment(0xEC, DEVICE.encode())
    start = data.index(b"\xff\xdb")
    return data[:start] + more + data[start:] + TRAILER


def png(image, orientation=1, position=True):
    out, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_text("Author", OWNER)
    info.add_text("Comment", DEVICE * 30, zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    info.add(b"prVt", SERIAL.encode())
    image.save(out, "PNG", exif=exif(orientation, position), icc_profile=profile(), pnginfo=info)
    return out.getvalue() + TRAILER


def webp(image, orientation=1, position=True):
    out = io.BytesIO()
    image.save(out, "WEBP", quality=90, exif=exif(orientation, position), icc_profile=profile(), xmp=XMP)
    data = out.getvalue() + b"PLNT" + struct.pack("<I", len(SERIAL) + 1) + SERIAL.encode() + b"\0"
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:] + TRAILER


def gif(image):
    out = io.BytesIO()
    frames = [image.quantize(64), image.rotate(180).quantize(64)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=200, loop=3, comment=OWNER.encode())
    data = out.getvalue()
    at = data.index(b"\x21\xf9")
    return data[:at] + b"\x21\xff\x0bXMP DataXMP" + bytes([len(XMP) % 256 or 1]) + XMP[: len(XMP) % 256 or 1] + b"\0" + data[at:] + TRAILER


def bomb(width=30_000, height=30_000):
    """A PNG of 900 megapixels in a megabyte at most."""
    def chunk(name, data):
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
    header = struct.pack(">II", width, height) + bytes([1, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 10_000)) + chunk(b"IEND", b"")
