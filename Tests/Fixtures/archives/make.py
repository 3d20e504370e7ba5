#!/usr/bin/env python3
"""Writes the archives of this folder again; needs Info-ZIP's zip for the one under a password."""
import gzip
import io
import os
import subprocess
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = ("Xã, thị trấn;Năm;Số cây;Số cây chết;Kinh phí;Tỷ lệ sống\n"
         "Xã Tân Hòa;2021;12;1;500000;85,5 %\n").encode()
OTHER = "Mã khu rừng;Xã, thị trấn;Ngày lập\nR1;Xã Tân Hòa;01/02/2021\n".encode()


def entry(name, text=TABLE):
    info = zipfile.ZipInfo(name, (2021, 12, 1, 0, 0, 0))
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info, text


def packed(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info, text in entries:
            archive.writestr(info, text)
    return out.getvalue()


def write(name, data):
    with open(os.path.join(HERE, name), "wb") as out:
        out.write(data)


folder = zipfile.ZipInfo("Báo cáo/", (2021, 12, 1, 0, 0, 0))
folder.external_attr = (0o755 << 16) | 0x10
write("several.zip", packed(
    (folder, b""), entry("Báo cáo/xã.csv"), entry("Báo cáo/rừng.csv", OTHER),
    entry("__MACOSX/Báo cáo/._xã.csv", b"\0\5\x16\7"), entry("Báo cáo/.DS_Store", b"\0\0\0\1Bud1"),
    entry("Báo cáo/công văn.docx", b"PK\3\4")))
write("workbook.zip", packed(entry("[Content_Types].xml", b"<Types/>"), entry("xl/workbook.xml", b"<a/>")))
write("nested.zip", packed(entry("bên trong.csv", packed(entry("a.csv"))), entry("b.csv")))
write("empty.zip", packed())
write("upwards.zip", packed(entry("../../etc/passwd.csv"), entry("/tuyệt đối/a\nb.csv")))
write("number.zip", packed(entry("079203001234.csv"), entry("079203001235.csv")))
write("named.zip", packed(
    entry("Nguyễn Văn Tám.csv"), entry("Tran_Thi_Chin/BC.csv"), entry("BC 0912345678.csv")))
write("bomb.zip", packed(entry("a.csv", TABLE + b"0" * (40 << 20)), entry("b.csv")))
write("table.csv.gz", gzip.compress(TABLE, mtime=0))
write("bomb.csv.gz", gzip.compress(b"0" * (40 << 20), mtime=0))

# The code page of DOS, as old programs write names without a flag; and one name twice.
old = packed(entry("B?o c?o.csv"), entry("xa.csv"), entry("xA.csv"))
write("code-page.zip", old.replace(b"B?o c?o", b"B\xa0o c\xa0o"))
write("twice.zip", old.replace(b"xA.csv", b"xa.csv"))

path = os.path.join(HERE, "a.csv")
write("a.csv", TABLE)
os.utime(path, (1638316800, 1638316800))
target = os.path.join(HERE, "password.zip")
if os.path.exists(target):
    os.remove(target)
subprocess.run(["zip", "-q", "-X", "-P", "secret", target, "a.csv"], cwd=HERE, check=True)
os.remove(path)
